"""One assignment to folds, the same for everyone."""

import numpy as np
import pytest
from conftest import make_clients

from credit_model.split import assign_folds
from credit_model.training_error import TrainingError


def test_each_fold_has_the_same_share_of_defaults():
    _, target = make_clients(1500)
    fold_of = assign_folds(target, 5, 7)
    defaults = [int(target[fold_of == fold].sum()) for fold in range(5)]
    assert max(defaults) - min(defaults) <= 1
    assert np.bincount(fold_of).tolist() == [300] * 5


def test_the_same_seed_gives_the_same_folds_and_another_seed_others():
    _, target = make_clients(1500)
    assert (assign_folds(target, 5, 7) == assign_folds(target, 5, 7)).all()
    assert (assign_folds(target, 5, 7) != assign_folds(target, 5, 8)).any()


def test_too_few_defaults_for_the_folds_is_said_with_the_numbers():
    target = np.repeat([0, 1], [500, 23])
    with pytest.raises(
        TrainingError, match='found 23 clients in default and 500 who repaid; expected at least 50'
    ):
        assign_folds(target, 5, 7)
