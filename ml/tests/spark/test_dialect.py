"""Where DuckDB and Spark read SQL differently, the translation gives DuckDB's values or refuses."""

import math

import duckdb
import pytest
from pyspark.errors import ArithmeticException

from spark_features.spark_features_error import SparkFeaturesError
from spark_features.translate import SHARED_FUNCTIONS, translate

ROWS = """(values (1, 1, 0.5, 'a'), (1, 2, null, 'b'), (1, 3, 2.5, null), (1, 4, -1.5, 'a'), (2, 5, 3.0, 'b'),
    (2, 6, null, 'a'), (2, 7, 1e6, 'b'), (3, 8, 0.0, 'c'), (3, 9, 0.1, null)) as t(g, i, x, s)"""
TABLE = f'select g, i, cast(x as double) as x, s, x > 0.2 as b from {ROWS}'

SCALARS = {
    'abs': ['abs(x)'],
    'and': ['i > 2 and x > 0', 'x > 0 and s is null'],
    'or': ['i > 2 or x > 0'],
    'case': ["case s when 'a' then 1 when 'b' then 2 end", 'case when x > 0 then x end'],
    'cast': [
        'cast(x as integer)',
        'cast(x / 2 as bigint)',
        'cast(x > 0 as integer)',
        'cast(i as double)',
        'i::int',
    ],
    'ceil': ['ceil(x)', 'ceil(x) / 2'],
    'coalesce': ['coalesce(x, i)', "coalesce(s, 'none')"],
    'concat': ["concat(s, '-', i)"],
    'exp': ['exp(x / 1e6)'],
    'floor': ['floor(x)', 'x - 2 * floor(x / 2)'],
    'greatest': ['greatest(x, 1, i)'],
    'if': ['if(x > 0, 1, 0)'],
    'isfinite': [
        'isfinite(x)',
        "isfinite(case when i = 1 then cast('inf' as double) else cast('nan' as double) end)",
    ],
    'isnan': ["isnan(case when i = 1 then cast('nan' as double) else x end)"],
    'least': ['least(x, i)'],
    'length': ['length(s)'],
    'ln': ['ln(i)'],
    'log': ['log(i)', 'log10(i)', 'log2(i)'],
    'lower': ["lower('AB')"],
    'nullif': ['nullif(x, 0)', 'i / nullif(x, 0)'],
    'pow': ['pow(i, 2)', 'i ** 0.5'],
    'round': ['round(x)', 'round(-i / 2)', 'round(2.345 * i, 2)'],
    'sign': ['sign(x)'],
    'sqrt': ['sqrt(i)'],
    'substring': ["substring('abcd', 2, 2)"],
    'upper': ['upper(s)'],
    'division': ['i / 2', '7 // i', '-7 // i', '-7 % i', '1.0 * i / 3', '0.1 * i', 'i * 0.123456789 / 0.7'],
    'comparison': ['i between 2 and 3', "s in ('a', 'c')", "s like 'a%'", 's is distinct from null', 'not b'],
}
AGGREGATES = {
    'anyvalue': ['any_value(g)', 'any_value(case when i in (4, 6, 9) then i end)'],
    'argmax': ['arg_max(i, x)', 'arg_max(s, i)', 'max_by(x, i)'],
    'argmin': ['arg_min(i, x)', 'arg_min(s, -i)'],
    'avg': ['avg(x)', 'avg(i)', 'avg(x) filter (where i > 2)'],
    'count': ['count(*)', 'count(x)', 'count(distinct s)', 'count(*) - 1', '1 / count(*)'],
    'countif': ['count_if(x > 0)'],
    'logicaland': ['bool_and(b)'],
    'logicalor': ['bool_or(b)'],
    'max': ['max(x)', 'max(s)'],
    'median': ['median(x)', 'median(i)'],
    'min': ['min(x)', 'min(s)'],
    'percentilecont': ['quantile_cont(x, 0.25)', 'quantile_cont(i, 0.9)'],
    'stddev': ['stddev(x)'],
    'stddevpop': ['stddev_pop(x)'],
    'stddevsamp': ['stddev_samp(x)'],
    'sum': ['sum(x)', 'sum(i)', 'sum(i) / count(*)', 'sum(case when x > 0 then x else 0 end)'],
    'variance': ['variance(x)', 'var_samp(i)'],
    'variancepop': ['var_pop(x)'],
}
WINDOWS = {
    'denserank': ['dense_rank() over (order by s)'],
    'firstvalue': ['first_value(i) over (partition by g order by x desc)'],
    'lag': ['lag(x) over (partition by g order by i)'],
    'lastvalue': ['last_value(i) over (partition by g order by x)'],
    'lead': ['lead(x, 1, 0) over (partition by g order by i)'],
    'rank': ['rank() over (order by s)', 'rank() over (order by x desc)'],
    'rownumber': ['row_number() over (partition by g order by x)', 'row_number() over (order by s desc, i)'],
    'frame': [
        'sum(i) over (partition by g order by i)',
        'avg(x) over (order by i rows between 1 preceding and current row)',
    ],
}
CASES = [
    (kind, name, expression)
    for kind, cases in (('row', SCALARS), ('group', AGGREGATES), ('window', WINDOWS))
    for name, expressions in cases.items()
    for expression in expressions
]


@pytest.fixture(scope='module')
def columns(spark):
    """Give every expression's column on DuckDB and on Spark."""
    spark.sql(translate(TABLE, 'test')).createOrReplaceTempView('t')
    found = {}
    with duckdb.connect(config={'threads': 1}) as database:
        database.execute(f'create view t as {TABLE}')
        for kind, order in (('row', 'i'), ('group', 'g'), ('window', 'i')):
            expressions = [expression for of, _, expression in CASES if of == kind]
            grouped = ' group by g' if kind == 'group' else ''
            selected = ', '.join(f'{expression} as c{index}' for index, expression in enumerate(expressions))
            sql = f'select {order} as k, {selected} from t{grouped} order by k'
            expected = zip(*database.execute(sql).fetchall(), strict=True)
            rows = [tuple(row) for row in spark.sql(translate(sql, 'test')).collect()]
            pairs = list(zip(expected, zip(*rows, strict=True), strict=True))[1:]
            found.update(dict(zip(expressions, pairs, strict=True)))
    return found


@pytest.mark.parametrize(('kind', 'name', 'expression'), CASES)
def test_an_expression_has_duckdbs_values_on_spark(columns, kind, name, expression):
    expected, found = columns[expression]
    assert [value is None for value in found] == [value is None for value in expected]
    for mine, theirs in zip(found, expected, strict=True):
        if isinstance(theirs, str | bool) or theirs is None:
            assert mine == theirs
        else:
            assert math.isclose(mine, theirs, rel_tol=1e-9, abs_tol=1e-9)


def test_every_function_let_through_is_compared():
    assert {name for _, name, _ in CASES} >= SHARED_FUNCTIONS


@pytest.mark.parametrize(
    'expression',
    [
        'list(x order by i)',
        'skewness(x)',
        'quantile(x, 0.5)',
        'mode(s)',
        'corr(x, i)',
        'string_agg(s order by i)',
        'fsum(x)',
    ],
)
def test_a_function_that_spark_reads_differently_is_refused_with_what_to_do(expression):
    with pytest.raises(
        SparkFeaturesError, match=r'found .* in my\.sql, .*; expected functions .*test_dialect\.py'
    ):
        translate(f'select {expression} from t', 'my.sql')


def test_sql_that_does_not_parse_is_refused_by_its_file():
    with pytest.raises(SparkFeaturesError, match=r'found SQL in my\.sql that does not translate'):
        translate('select from where', 'my.sql')


def test_a_division_by_zero_fails_rather_than_giving_another_value(spark):
    with pytest.raises(ArithmeticException, match='DIVIDE_BY_ZERO'):
        spark.sql(translate('select 1 / x as r from (values (0)) as v(x)', 'test')).collect()
