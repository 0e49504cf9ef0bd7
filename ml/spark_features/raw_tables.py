"""Makes what the feature SQL reads: the raw tables by Kaggle's names, and ``category_codes``."""

import json

from pyspark.sql import SparkSession
from sqlglot import exp

from spark_features.folder import Folder
from spark_features.plan import Plan
from spark_features.spark_features_error import SparkFeaturesError

SOURCE = 'source.json'
SPARK_TYPES = {'BIGINT': 'bigint', 'INTEGER': 'int', 'DOUBLE': 'double', 'VARCHAR': 'string'}
REMAKE = 'Make the raw tables again with "npm run data:demo" or "npm run data:import -- PATH".'


def read_source(raw: Folder) -> dict:
    """Read what raw/source.json says of the tables beside it.

    Raises
    ------
    SparkFeaturesError
        It is absent, or doesn't name the data's origin, version and warnings.
    """
    if not raw.exists(SOURCE):
        raise SparkFeaturesError(
            f'found no {SOURCE} in {raw.address}; expected it beside the raw tables, saying which data they are '
            f'(docs/spark.md shows one). {REMAKE}'
        )
    try:
        source = json.loads(raw.read_text(SOURCE))
        return {key: source[key] for key in ('dataVersion', 'origin', 'name', 'warnings')}
    except (ValueError, KeyError, TypeError) as error:
        raise SparkFeaturesError(
            f'found {raw.address}/{SOURCE}, which does not say dataVersion, origin, name and '
            f'warnings ({error}). {REMAKE}'
        ) from error


def create_raw_views(spark: SparkSession, plan: Plan, raw: Folder) -> None:
    """Register each raw table and the category codes as views.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Gets the views.
    plan : Plan
        Which tables and columns there must be.
    raw : Folder
        Holds a file or folder ``<table>.parquet`` for each.

    Raises
    ------
    SparkFeaturesError
        A table is absent, its columns are not Kaggle's, or a client stands twice.
    """
    absent = [table for table in plan.raw_schema if not raw.exists(f'{table}.parquet')]
    if absent:
        raise SparkFeaturesError(
            f'found no {", ".join(f"{table}.parquet" for table in absent)} in {raw.address}; expected the '
            f'{len(plan.raw_schema)} raw tables (an absent one as an empty table with all its columns). {REMAKE}'
        )
    for table, columns in plan.raw_schema.items():
        path = f'{raw.address}/{table}.parquet'
        view = spark.read.parquet(path)
        _check_columns(path, [(name, kind) for name, kind in view.dtypes], columns)
        view.createOrReplaceTempView(table)
    _refuse_duplicate_clients(spark)
    _create_category_codes(spark, plan)


def _check_columns(path: str, found: list[tuple[str, str]], columns: list[tuple[str, str]]) -> None:
    expected = [(name, SPARK_TYPES[kind]) for name, kind in columns]
    for index in range(max(len(found), len(expected))):
        is_ = ' '.join(found[index]) if index < len(found) else 'absent'
        should = ' '.join(expected[index]) if index < len(expected) else 'no more columns'
        if is_ != should:
            raise SparkFeaturesError(f'{path}: column {index + 1} is {is_}, expected {should}. {REMAKE}')


def _refuse_duplicate_clients(spark: SparkSession) -> None:
    twice = spark.sql(
        'select SK_ID_CURR from (select SK_ID_CURR from application_train union all '
        'select SK_ID_CURR from application_test) group by SK_ID_CURR having count(*) > 1 order by SK_ID_CURR limit 1'
    ).collect()
    if twice:
        raise SparkFeaturesError(
            f'found client {twice[0][0]} in more than one row of application_train and application_test; expected '
            'one row a client. Keep one and import again.'
        )


def _create_category_codes(spark: SparkSession, plan: Plan) -> None:
    rows = exp.values(plan.category_codes, alias='codes', columns=['source_column', 'category', 'code'])
    spark.sql(exp.select('*').from_(rows).sql('spark')).createOrReplaceTempView('category_codes')
