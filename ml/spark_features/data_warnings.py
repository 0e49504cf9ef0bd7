"""What a reader of the features should know of the raw tables, in the words of DuckDB's build."""

from pyspark.sql import SparkSession

from spark_features.plan import Plan


def find_data_warnings(spark: SparkSession, plan: Plan) -> list[str]:
    """Name the tables without rows and the categories that have no code."""
    return _empty_tables(spark, plan) + _unknown_categories(spark, plan)


def _empty_tables(spark: SparkSession, plan: Plan) -> list[str]:
    counts = ' union all '.join(
        f"select '{table}' as name, count(*) as records from {table}" for table in plan.raw_schema
    )
    records = {row['name']: row['records'] for row in spark.sql(counts).collect()}
    return [
        f'{table} is empty: that window has no clients.'
        if table.startswith('application_')
        else f'{table} is empty: the features that read it alone are missing for every client.'
        for table in plan.raw_schema
        if records[table] == 0
    ]


def _unknown_categories(spark: SparkSession, plan: Plan) -> list[str]:
    sources = list(dict.fromkeys(source for source, _, _ in plan.category_codes))
    parts = []
    for source in sources:
        table, column = source.split('.')
        tables = ['application_train', 'application_test'] if table == 'application_train' else [table]
        parts += [f"select '{source}' as source, {column} as category from {name}" for name in tables]
    unknown = spark.sql(
        f'select source, category, count(*) as records from ({" union all ".join(parts)}) '
        "where category not in ('', 'XNA', 'XAP', 'Unknown') and not exists (select 1 from category_codes as known "
        'where known.source_column = source and known.category = category) group by source, category'
    ).collect()
    return [
        f'{row["source"]} holds "{row["category"]}" ({row["records"]} rows), which category_codes.csv does not know: '
        'treated as unknown.'
        for row in sorted(unknown, key=lambda row: (sources.index(row['source']), row['category']))
    ]
