"""What stops a build is said once, with what to do, and leaves the former tables as they were."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from spark_features.build import build_features
from spark_features.java import require_java
from spark_features.plan import Relation
from spark_features.products import check_products
from spark_features.spark_features_error import SparkFeaturesError

SOURCE = '{"dataVersion": "demo-1", "origin": "demo", "name": "Demo", "warnings": []}'


@pytest.fixture
def raw(plan, tmp_path):
    """Make raw tables with all their columns and no rows."""
    folder = tmp_path / 'raw'
    folder.mkdir()
    (folder / 'source.json').write_text(SOURCE)
    for table, columns in plan.raw_schema.items():
        _write(
            folder, table, ', '.join(f'cast(null as {kind}) as {name}' for name, kind in columns) + ' limit 0'
        )
    return folder


def _write(folder: Path, table: str, selected: str) -> None:
    with duckdb.connect() as database:
        database.execute(f"copy (select {selected}) to '{folder / table}.parquet' (format parquet)")


def _build(spark, plan, raw):
    out = raw.parent / 'out'
    out.mkdir()
    (out / 'features.json').write_text('former')
    try:
        return build_features(spark, plan, f'file://{raw}', f'file://{out}')
    finally:
        assert [path.name for path in out.iterdir()] == ['features.json']
        assert (out / 'features.json').read_text() == 'former'


def test_absent_tables_are_named_together(spark, plan, raw):
    (raw / 'bureau.parquet').unlink()
    (raw / 'POS_CASH_balance.parquet').unlink()
    with pytest.raises(
        SparkFeaturesError, match=r'no bureau\.parquet, POS_CASH_balance\.parquet in .*data:import'
    ):
        _build(spark, plan, raw)


def test_a_column_that_is_not_kaggles_is_named(spark, plan, raw):
    _write(raw, 'bureau_balance', '1::bigint as SK_ID_BUREAU, 1.5::double as MONTHS, 1 as STATUS')
    with pytest.raises(
        SparkFeaturesError, match=r'column 2 is MONTHS double, expected MONTHS_BALANCE double'
    ):
        _build(spark, plan, raw)


def test_tables_that_nothing_describes_are_refused(spark, plan, raw):
    (raw / 'source.json').unlink()
    with pytest.raises(SparkFeaturesError, match=r'found no source\.json'):
        _build(spark, plan, raw)
    (raw / 'source.json').write_text('{"origin": "demo"}')
    (raw.parent / 'out' / 'features.json').unlink()
    (raw.parent / 'out').rmdir()
    with pytest.raises(SparkFeaturesError, match=r'does not say dataVersion, origin'):
        _build(spark, plan, raw)


def test_a_client_who_stands_twice_is_named(spark, plan, raw):
    columns = plan.raw_schema['application_test']
    nulls = ', '.join(f'cast(null as {kind}) as {name}' for name, kind in columns if name != 'SK_ID_CURR')
    _write(raw, 'application_test', f'unnest([7, 7])::bigint as SK_ID_CURR, {nulls}')
    with pytest.raises(SparkFeaturesError, match='found client 7 in more than one row'):
        _build(spark, plan, raw)


def test_sql_at_which_spark_fails_is_named_by_its_file(spark, plan, raw):
    wrong = replace(
        plan, relations=[Relation('wrong', 'staging/wrong.sql', 'view', 'select absent from bureau')]
    )
    with pytest.raises(
        SparkFeaturesError, match=r'found db/features/staging/wrong\.sql, at which Spark fails'
    ):
        _build(spark, wrong, raw)


def test_an_infinite_feature_is_refused_by_name_and_sources(spark, plan):
    spark.sql("select 1L as client_id, 'train' as window, double('nan') as rate").createOrReplaceTempView(
        'client_features'
    )
    with pytest.raises(SparkFeaturesError, match=r'feature rate infinite for client 1;.*bureau\.RATE'):
        check_products(spark, replace(plan, feature_sources={'rate': ['bureau.RATE']}))


def test_a_machine_without_java_is_told_which_to_install(monkeypatch, tmp_path):
    monkeypatch.delenv('JAVA_HOME', raising=False)
    monkeypatch.setenv('PATH', str(tmp_path))
    with pytest.raises(
        SparkFeaturesError, match=r'found no Java.*expected Java 17 or newer.*openjdk-17-jre-headless'
    ):
        require_java()


def test_a_java_too_old_is_named(monkeypatch, tmp_path):
    java = tmp_path / 'bin' / 'java'
    java.parent.mkdir()
    java.write_text('#!/bin/sh\necho \'openjdk version "1.8.0_392"\' >&2\n')
    java.chmod(0o755)
    monkeypatch.setenv('JAVA_HOME', str(tmp_path))
    with pytest.raises(
        SparkFeaturesError, match=r'which says openjdk version "1\.8\.0_392"; expected Java 17'
    ):
        require_java()
