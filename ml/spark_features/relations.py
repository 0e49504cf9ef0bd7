"""Runs the feature SQL on Spark, in the order of DuckDB's build."""

from collections.abc import Callable

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from spark_features.plan import Plan, Relation
from spark_features.spark_features_error import SparkFeaturesError, first_line
from spark_features.translate import translate


def create_relations(spark: SparkSession, plan: Plan, scratch: str, on_file: Callable[[str], None]) -> None:
    """Register every relation as a view over the raw views.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Has the raw views.
    plan : Plan
        The relations.
    scratch : str
        Address of a folder, seen by every worker, for those kept as files.
    on_file : callable
        Told the name of each of those before it is written.

    Raises
    ------
    SparkFeaturesError
        Spark refuses a relation's SQL, or fails at it.
    """
    for relation in plan.relations:
        if relation.kept == 'file':
            on_file(relation.name)
        try:
            rows = spark.sql(translate(relation.sql, f'db/features/{relation.file}'))
            if relation.kept == 'file':
                rows = _write(spark, rows, f'{scratch}/{relation.name}.parquet')
            rows.createOrReplaceTempView(relation.name)
        except (PySparkException, Py4JError) as error:
            raise _refused(relation, error) from error


def _write(spark: SparkSession, rows: DataFrame, path: str) -> DataFrame:
    rows.write.parquet(path)
    return spark.read.schema(rows.schema).parquet(path)


def _refused(relation: Relation, error: Exception) -> SparkFeaturesError:
    return SparkFeaturesError(
        f'found db/features/{relation.file}, at which Spark fails ({first_line(error)}); expected SQL that DuckDB and '
        'Spark read alike. docs/spark.md lists where they differ.'
    )
