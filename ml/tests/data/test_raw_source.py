"""``--data`` takes features, a data folder, or raw tables."""

import json
import os
import subprocess

import duckdb
import pytest
from conftest import COLUMNS_ONLY, write_features

from credit_model.load import load_training_table
from credit_model.locations import REPOSITORY
from credit_model.raw_source import features_of
from credit_model.training_error import TrainingError


def test_a_file_of_features_is_taken_as_it_is(tmp_path):
    path = write_features(tmp_path / 'mine.parquet', COLUMNS_ONLY)
    with features_of(path) as found:
        assert found == path


def test_a_data_folder_gives_its_features(tmp_path):
    path = write_features(tmp_path / 'features.parquet', COLUMNS_ONLY)
    with features_of(tmp_path) as found:
        assert found == path


def test_nothing_there_is_said(tmp_path):
    with pytest.raises(TrainingError, match='found nothing at'), features_of(tmp_path / 'absent'):
        pass


def test_a_folder_without_features_or_raw_tables_is_said(tmp_path):
    (tmp_path / 'notes.txt').write_text('nothing')
    with (
        pytest.raises(TrainingError, match=r'neither features\.parquet nor raw tables'),
        features_of(tmp_path),
    ):
        pass


def test_a_folder_that_holds_application_train_alone_is_imported_and_built(tmp_path):
    node = os.environ.get('NODE_EXECUTABLE') or str(REPOSITORY / 'node_modules' / '.bin' / 'node')
    demo, alone = tmp_path / 'demo', tmp_path / 'alone'
    alone.mkdir()
    subprocess.run(
        [node, 'db/raw/data-demo.ts', '--clients', '400', '--seed', '3'],
        cwd=REPOSITORY,
        env={**os.environ, 'DATA_DIR': str(demo)},
        check=True,
        capture_output=True,
    )
    with duckdb.connect() as database:
        database.execute(
            f"copy (select * from '{demo / 'raw' / 'application_train.parquet'}') "
            f"to '{alone / 'application_train.csv'}' (header)"
        )
    with features_of(alone) as found:
        table = load_training_table(found)
        described = json.loads(found.with_name('features.json').read_text())
    assert table.origin == 'import'
    assert len(table.target) == described['windows']['train']
    assert any(name.startswith('external_score') for name in table.names)
    assert not found.exists()
