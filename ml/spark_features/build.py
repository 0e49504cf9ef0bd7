"""The build: raw tables in, the tables of ``npm run features:build`` out."""

import json
import os

from pyspark.sql import SparkSession

from credit_model.progress import Progress
from spark_features.data_warnings import find_data_warnings
from spark_features.folder import Folder
from spark_features.plan import Plan
from spark_features.products import PRODUCTS, check_products, write_product
from spark_features.raw_tables import create_raw_views, read_source
from spark_features.relations import create_relations
from spark_features.spark_features_error import SparkFeaturesError

SUMMARY = 'features.json'


def build_features(spark: SparkSession, plan: Plan, data: str, out: str) -> dict:
    """Compute every client's features and write them.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Where to compute.
    plan : Plan
        What to compute.
    data : str
        Address of the raw tables, Parquet, and their source.json.
    out : str
        Address of the folder that gets features.parquet, clients.parquet, fairness_groups.parquet and, last,
        features.json. The former ones stay until all are ready, and are replaced together.

    Returns
    -------
    dict
        What features.json says.

    Raises
    ------
    SparkFeaturesError
        A table is absent or not Kaggle's, SQL has no equal in Spark, a client stands twice, a feature is infinite, or
        the raw tables changed meanwhile.
    """
    raw, folder = Folder(spark, data), Folder(spark, out)
    source = read_source(raw)
    scratch = f'features.partial-{os.getpid()}'
    files = [relation.name for relation in plan.relations if relation.kept == 'file']
    progress = Progress('features', len(files) + len(PRODUCTS) + 1)
    try:
        create_raw_views(spark, plan, raw)
        warnings = [*source['warnings'], *find_data_warnings(spark, plan)]
        create_relations(spark, plan, f'{folder.address}/{scratch}', lambda _: progress.advance())
        for relation in PRODUCTS:
            progress.advance()
            write_product(spark, relation, folder, scratch)
        windows = check_products(spark, plan)
        if read_source(raw) != source:
            raise SparkFeaturesError(
                f'found other raw tables in {raw.address} than at the start; expected them to stay. '
                'Run the build again.'
            )
        summary = {
            **{key: source[key] for key in ('dataVersion', 'origin', 'name')},
            'rows': sum(windows.values()),
            'featureCount': len(plan.feature_sources),
            'windows': windows,
            'warnings': list(dict.fromkeys(warnings)),
            'featuresSqlSha256': plan.features_sql_sha256,
        }
        _publish(folder, scratch, summary)
        progress.advance()
        return summary
    finally:
        folder.remove(scratch)


def _publish(folder: Folder, scratch: str, summary: dict) -> None:
    """Move the finished files in; who sees features.json sees files that belong together."""
    text = json.dumps(summary, indent=2, ensure_ascii=False)
    folder.write_text(f'{scratch}/{SUMMARY}', f'{text}\n')
    folder.remove(SUMMARY)
    for file in [*PRODUCTS.values(), SUMMARY]:
        folder.move(f'{scratch}/{file}', file)
