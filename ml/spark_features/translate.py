"""Turns the feature SQL from DuckDB's dialect into Spark's, or refuses what the two would read differently."""

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from spark_features.spark_features_error import SparkFeaturesError

# By sqlglot's keys. tests/spark/test_dialect.py runs each on both engines: a function comes in with its case there.
SHARED_FUNCTIONS = frozenset(
    {
        'abs',
        'and',
        'anyvalue',
        'argmax',
        'argmin',
        'avg',
        'case',
        'cast',
        'ceil',
        'coalesce',
        'concat',
        'count',
        'countif',
        'denserank',
        'exp',
        'firstvalue',
        'floor',
        'greatest',
        'if',
        'isfinite',
        'isnan',
        'lag',
        'lastvalue',
        'lead',
        'least',
        'length',
        'ln',
        'log',
        'logicaland',
        'logicalor',
        'lower',
        'max',
        'median',
        'min',
        'nullif',
        'or',
        'percentilecont',
        'pow',
        'rank',
        'round',
        'rownumber',
        'sign',
        'sqrt',
        'stddev',
        'stddevpop',
        'stddevsamp',
        'substring',
        'sum',
        'upper',
        'variance',
        'variancepop',
    }
)


def translate(sql: str, file: str) -> str:
    """Translate one select.

    Parameters
    ----------
    sql : str
        In DuckDB's dialect.
    file : str
        Where it stands, for messages.

    Returns
    -------
    str
        A select that gives the same rows in Spark's ANSI mode.

    Raises
    ------
    SparkFeaturesError
        It does not parse, has no equal in Spark, or calls a function not known to mean the same there.
    """
    try:
        tree = sqlglot.parse_one(sql, read='duckdb')
        _refuse(tree, file)
        return tree.transform(_adapt).sql('spark', unsupported_level=sqlglot.ErrorLevel.RAISE, comments=False)
    except SqlglotError as error:
        raise SparkFeaturesError(
            f'found SQL in {file} that does not translate to Spark ({str(error).splitlines()[0]}); expected SQL that '
            'both engines read. Write it otherwise, or teach ml/spark_features/translate.py.'
        ) from error


def _refuse(tree: exp.Expression, file: str) -> None:
    for call in tree.find_all(exp.Func):
        name = _function_name(call)
        ordered = isinstance(call, exp.AggFunc) and call.find(exp.Order) is not None
        if name not in SHARED_FUNCTIONS or ordered or _rounds_decimals(call):
            raise SparkFeaturesError(
                f'found {call.sql("duckdb")} in {file}, which Spark may read differently; expected functions that both '
                f'engines are known to share. Use one of them ({", ".join(sorted(SHARED_FUNCTIONS))}), or add it to '
                'ml/spark_features/translate.py with a case in ml/tests/spark/test_dialect.py.'
            )


def _rounds_decimals(call: exp.Func) -> bool:
    """Tell whether DuckDB may round up a decimal's half, where Spark would round a double's half to even."""
    return (
        isinstance(call, exp.Cast)
        and call.to.is_type(*exp.DataType.INTEGER_TYPES)
        and any(not literal.is_string and not literal.is_int for literal in call.this.find_all(exp.Literal))
    )


def _function_name(call: exp.Func) -> str:
    return call.name.lower() if isinstance(call, exp.Anonymous) else call.key


def _adapt(node: exp.Expression) -> exp.Expression:
    if isinstance(node, exp.Literal) and node.is_number and not node.is_int:
        # Spark's decimals lose digits when they are divided; DuckDB's become doubles.
        return exp.cast(node, 'double', dialect='spark')
    if isinstance(node, exp.Cast) and node.to.is_type(*exp.DataType.INTEGER_TYPES):
        return _rounded(node)
    if isinstance(node, exp.Log) and node.expression is None:
        return exp.Log(this=exp.Literal.number(10), expression=node.this)
    if isinstance(node, exp.PercentileCont):
        return exp.func('percentile', node.this, node.expression, dialect='spark')
    if isinstance(node, (exp.ArgMax, exp.ArgMin)):
        # Spark keeps a row whose figure is null.
        known = exp.case().when(exp.not_(node.this.copy().is_(exp.null())), node.expression)
        return type(node)(this=node.this, expression=known)
    if isinstance(node, exp.IsNan):
        # Spark's says false of a null.
        return exp.EQ(this=node.this, expression=_double('NaN'))
    if isinstance(node, exp.Anonymous) and node.name.lower() == 'isfinite':
        # NaN counts as larger than infinity.
        return exp.LT(this=exp.Abs(this=node.expressions[0]), expression=_double('Infinity'))
    return node


def _double(text: str) -> exp.Expression:
    return exp.cast(exp.Literal.string(text), 'double', dialect='spark')


def _rounded(node: exp.Cast) -> exp.Expression:
    """DuckDB rounds a number to the nearest whole one, half to even; Spark cuts it off."""
    inner = node.this
    if isinstance(inner, (exp.Null, exp.Predicate, exp.Connector, exp.Not, exp.Boolean)) or inner.is_int:
        return node
    return exp.cast(exp.func('rint', inner, dialect='spark'), node.to, dialect='spark')
