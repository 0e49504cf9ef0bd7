"""Spark gives the rows of DuckDB: all tables, all columns, all clients."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from conftest import MASTER, REPOSITORY, SETTINGS, run_node
from same_rows import find_differences

from spark_features.build import build_features

SHARED = REPOSITORY.parent / 'shared' / 'home-credit'
SAMPLE, INSTALMENTS = SHARED / 'home-credit-sample.zip', SHARED / 'home-credit-instalments.zip'


def test_the_command_gives_the_demos_rows_as_duckdb_does(tmp_path):
    run_node('db/raw/data-demo.ts', '--clients', '300', '--seed', '11', data_dir=tmp_path)
    run_node('db/build/features-build.ts', data_dir=tmp_path)
    out = tmp_path / 'spark'
    settings = [argument for name, value in SETTINGS.items() for argument in ('--conf', f'{name}={value}')]
    run_node(
        *(
            'ml/features-spark.ts',
            '--data',
            str(tmp_path / 'raw'),
            '--out',
            str(out),
            '--master',
            MASTER,
            *settings,
        )
    )
    assert find_differences(tmp_path, out) == []
    assert (out / 'features.json').read_text() == (tmp_path / 'features.json').read_text()
    assert sorted(path.name for path in out.iterdir()) == sorted(
        path.name for path in tmp_path.iterdir() if path.is_file()
    )


@pytest.mark.skipif(not SAMPLE.exists(), reason='the real sample is not at hand')
def test_the_real_clients_have_the_rows_that_duckdb_gives_them(spark, plan, tmp_path):
    real = _import_real_clients(tmp_path, list(plan.raw_schema))
    run_node('db/build/features-build.ts', data_dir=real)
    out = tmp_path / 'spark'
    summary = build_features(spark, plan, f'file://{real}/raw', f'file://{out}')
    assert find_differences(real, out) == []
    assert summary == json.loads((real / 'features.json').read_text())
    assert summary['rows'] > 10_000


def _import_real_clients(folder: Path, tables: list[str]) -> Path:
    """Unite both archives, so that every table has rows: the sample's clients know no instalments."""
    sample, instalments = folder / 'sample', folder / 'instalments'
    run_node('db/raw/data-import.ts', str(SAMPLE), data_dir=sample)
    run_node('db/raw/data-import.ts', str(INSTALMENTS), data_dir=instalments)
    united = folder / 'united'
    (united / 'raw').mkdir(parents=True)
    shutil.copy(sample / 'raw' / 'source.json', united / 'raw')
    with duckdb.connect(config={'threads': 1}) as database:
        known = ' union all '.join(
            f"select SK_ID_CURR from '{sample}/raw/application_{window}.parquet'"
            for window in ('train', 'test')
        )
        for table in tables:
            others = f"select * from '{instalments}/raw/{table}.parquet'"
            if table != 'bureau_balance':
                others += f' where SK_ID_CURR not in ({known})'
            database.execute(
                f"copy (select * from '{sample}/raw/{table}.parquet' union all {others}) "
                f"to '{united}/raw/{table}.parquet' (format parquet)"
            )
            assert database.execute(f"select count(*) from '{united}/raw/{table}.parquet'").fetchone()[0] > 0
    return united
