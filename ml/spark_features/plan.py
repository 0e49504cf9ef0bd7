"""What is to be built, as ml/spark-plan.ts reads it from db/: the SQL, order and schema that DuckDB's build runs."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Relation:
    """One SQL file of db/features.

    Attributes
    ----------
    name : str
        The relation's name in the SQL of the others.
    file : str
        Its path from db/features, for messages.
    kept : str
        ``view`` is read through, ``file`` is written once to Parquet.
    sql : str
        One select in DuckDB's dialect.
    """

    name: str
    file: str
    kept: str
    sql: str


@dataclass(frozen=True)
class Plan:
    """All that the build needs besides the raw tables.

    Attributes
    ----------
    raw_schema : dict
        Raw table → its columns in order, each a name and a DuckDB type.
    category_codes : list of tuple
        Source column, category and code.
    relations : list of Relation
        In the order in which they are made.
    feature_sources : dict
        Feature → the raw columns it is made of, in the order of features.parquet.
    features_sql_sha256 : str
        Hash of all of it.
    """

    raw_schema: dict[str, list[tuple[str, str]]]
    category_codes: list[tuple[str, str, int]]
    relations: list[Relation]
    feature_sources: dict[str, list[str]]
    features_sql_sha256: str


def parse_plan(text: str) -> Plan:
    """Read a plan from the JSON that ``node ml/features-spark.ts --print-plan`` prints."""
    content = json.loads(text)
    return Plan(
        raw_schema={
            table: [(column['name'], column['type']) for column in columns]
            for table, columns in content['rawSchema'].items()
        },
        category_codes=[
            (code['sourceColumn'], code['category'], code['code']) for code in content['categoryCodes']
        ],
        relations=[Relation(**relation) for relation in content['relations']],
        feature_sources={feature['name']: feature['sources'] for feature in content['features']},
        features_sql_sha256=content['featuresSqlSha256'],
    )
