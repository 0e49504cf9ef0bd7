"""Writes the build's tables as single files sorted by client, and checks them as DuckDB's build does."""

from math import isfinite

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

from spark_features.folder import Folder
from spark_features.plan import Plan
from spark_features.spark_features_error import SparkFeaturesError

PRODUCTS = {
    'client_features': 'features.parquet',
    'client_profile': 'clients.parquet',
    'fairness_groups': 'fairness_groups.parquet',
}


def write_product(spark: SparkSession, relation: str, folder: Folder, scratch: str) -> None:
    """Write a relation to ``scratch/<its file>``, one Parquet file, and let the relation read it.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Has the relation.
    relation : str
        One of `PRODUCTS`.
    folder : Folder
        The folder that holds scratch.
    scratch : str
        Name of a folder in it.
    """
    rows, parts = spark.table(relation), f'{scratch}/{relation}.parts'
    # A single file is what the rest of the product reads; a shuffle keeps the joins before it parallel.
    one = rows.repartition(1).sortWithinPartitions('client_id')
    one.write.parquet(f'{folder.address}/{parts}', compression='zstd')
    (part,) = folder.find(f'{parts}/part-*.parquet')
    file = f'{scratch}/{PRODUCTS[relation]}'
    folder.move(part, file)
    spark.read.schema(rows.schema).parquet(f'{folder.address}/{file}').createOrReplaceTempView(relation)


def check_products(spark: SparkSession, plan: Plan) -> dict[str, int]:
    """Check the written tables and count the clients of each window.

    Returns
    -------
    dict
        Window → clients, the training window first.

    Raises
    ------
    SparkFeaturesError
        A feature is infinite.
    """
    _check_finite(spark, plan)
    windows = spark.sql(
        'select `window`, count(*) from client_features group by `window` order by `window` desc'
    )
    return dict(tuple(row) for row in windows.collect())


def _check_finite(spark: SparkSession, plan: Plan) -> None:
    names = list(plan.feature_sources)
    # NaN counts as larger than infinity.
    largest = f.greatest(f.lit(0.0), *(f.abs(f.col(name)) for name in names))
    row = spark.table('client_features').where(largest >= float('inf')).first()
    if row is None:
        return
    name = next(name for name in names if row[name] is not None and not isfinite(row[name]))
    raise SparkFeaturesError(
        f'found feature {name} infinite for client {row["client_id"]}; expected numbers or null. Look for infinite '
        f'values in {", ".join(plan.feature_sources[name])} and import again.'
    )
