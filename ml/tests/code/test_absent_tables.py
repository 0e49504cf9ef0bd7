"""Blanking a table makes all that it feeds unknown, for some clients."""

import numpy as np
from conftest import NAMES, make_clients

from credit_model.absent_tables import blank_tables, features_by_table, positions_of


def test_the_catalog_says_which_columns_a_table_feeds(catalog):
    tables = features_by_table(catalog)
    assert positions_of(tables, NAMES) == {'bureau': [4], 'installments_payments': [5]}
    assert positions_of(tables, ('late_share', 'age_years')) == {'installments_payments': [0]}


def test_without_a_catalog_nothing_is_blanked(tmp_path):
    assert features_by_table(tmp_path / 'absent.yml') == {}


def test_a_blanked_client_lacks_the_whole_table_and_the_others_nothing():
    features = np.nan_to_num(make_clients(2000)[0])
    blanked = blank_tables(features, {'bureau': [3, 4]}, 0.1, 7)
    missing = np.isnan(blanked)
    assert not np.isnan(features).any()
    assert (missing[:, 3] == missing[:, 4]).all()
    assert missing[:, [0, 1, 2, 5]].sum() == 0
    assert 0.07 < missing[:, 3].mean() < 0.13


def test_the_same_seed_blanks_the_same_clients():
    features, _ = make_clients(500)
    one, other = (blank_tables(features, {'bureau': [0, 1]}, 0.2, 7) for _ in range(2))
    assert np.array_equal(one, other, equal_nan=True)
