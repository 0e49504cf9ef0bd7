"""What training reads, and what it refuses to read."""

import json

import numpy as np
import pytest
from conftest import write_features

from credit_model.load import load_training_table
from credit_model.training_error import TrainingError

COLUMNS = {
    'client_id': [3, 1, 2, 4],
    'window': ['train', 'train', 'train', 'test'],
    'target': [1, 0, 0, None],
    'age_years': [30.1, 40.0, None, 50.0],
    'score': [0.1, 0.2, 0.3, 0.4],
}


def load(tmp_path, **changes):
    columns = {name: values for name, values in {**COLUMNS, **changes}.items() if values is not None}
    return load_training_table(write_features(tmp_path / 'features.parquet', columns))


def test_labelled_clients_come_sorted_in_float32_with_unknown_as_nan(tmp_path):
    table = load(tmp_path)
    assert table.target.tolist() == [0, 0, 1]
    assert table.features.dtype == np.float32
    assert table.names == ('age_years', 'score')
    expected = np.array([[40, 0.2], [np.nan, 0.3], [30.1, 0.1]], dtype=np.float32)
    assert np.array_equal(table.features, expected, equal_nan=True)
    assert table.window == 'train'


def test_the_data_version_is_that_of_features_json(tmp_path):
    (tmp_path / 'features.json').write_text(json.dumps({'dataVersion': 'demo-9', 'origin': 'demo'}))
    table = load(tmp_path)
    assert (table.data_version, table.origin) == ('demo-9', 'demo')


def test_a_file_alone_is_named_by_its_content(tmp_path):
    assert load(tmp_path).data_version.startswith('import-')


def test_constant_and_empty_features_are_left_out(tmp_path):
    table = load(tmp_path, flag=[1.0] * 4, empty=[None, None, None, 5.0])
    assert table.dropped == ('flag', 'empty')
    assert table.names == ('age_years', 'score')


@pytest.mark.parametrize(
    'name', ['sex', 'sex_code', 'code_gender', 'applicant_gender_m', 'sk_id_curr', 'TARGET_rate']
)
def test_sex_ids_and_the_target_are_never_features(tmp_path, name):
    with pytest.raises(TrainingError, match='never features'):
        load(tmp_path, **{name: [1.0, 0.0, 1.0, 0.0]})


def test_an_infinite_value_is_refused_by_the_name_of_its_feature(tmp_path):
    with pytest.raises(TrainingError, match='infinite value in the feature score'):
        load(tmp_path, score=[0.1, float('inf'), 0.3, 0.4])


def test_no_labelled_client_is_refused(tmp_path):
    with pytest.raises(TrainingError, match='found 0 labelled clients'):
        load(tmp_path, target=[None, None, None, None])


def test_targets_other_than_0_and_1_are_refused(tmp_path):
    with pytest.raises(TrainingError, match='expected targets of 0 and 1'):
        load(tmp_path, target=[2, 0, 1, None])


def test_absent_features_are_refused_with_the_command_that_makes_them(tmp_path):
    with pytest.raises(TrainingError, match='npm run features:build'):
        load_training_table(tmp_path / 'features.parquet')


def test_a_file_that_is_not_parquet_is_refused(tmp_path):
    (tmp_path / 'features.parquet').write_text('not parquet')
    with pytest.raises(TrainingError, match='does not read as parquet'):
        load_training_table(tmp_path / 'features.parquet')


def test_a_table_without_target_is_refused(tmp_path):
    with pytest.raises(TrainingError, match='expected client_id, window, target'):
        load(tmp_path, target=None)


def test_features_that_never_vary_are_refused(tmp_path):
    with pytest.raises(TrainingError, match='all empty or constant'):
        load(tmp_path, age_years=[1.0] * 4, score=[None] * 4)
