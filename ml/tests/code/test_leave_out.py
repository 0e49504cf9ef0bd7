"""A model can be trained without some features, named or marked by the catalog."""

import pytest
from conftest import NAMES

from credit_model.leave_out import leave_out
from credit_model.training_error import TrainingError


def test_named_and_sensitive_features_are_left_out(table):
    assert leave_out(table, None, frozenset()) is table
    kept = leave_out(table, 'bureau_debt, sensitive', frozenset({'age_years', 'elsewhere'}))
    assert kept.names == tuple(name for name in NAMES if name not in ('bureau_debt', 'age_years'))


def test_a_feature_that_is_constant_anyway_may_be_named(table):
    assert leave_out(table, 'constant', frozenset()).names == NAMES


def test_an_unknown_name_is_said(table):
    with pytest.raises(TrainingError, match='found ages'):
        leave_out(table, 'ages', frozenset())


def test_something_must_be_left(table):
    with pytest.raises(TrainingError, match='no feature left'):
        leave_out(table, ','.join(NAMES), frozenset())
