"""A bundle's own nearest clients give the rates that training gave."""

import numpy as np
import pytest

from credit_model.bundled_neighbours import BundledNeighbours
from credit_model.neighbours import FEATURE, INPUTS, NearestDefaultRate
from credit_model.training_error import TrainingError

CLIENTS, SIZE = 900, 50


@pytest.fixture
def trained():
    generator = np.random.default_rng(2)
    inputs = generator.normal(size=(CLIENTS, 4)).astype(np.float32)
    inputs[generator.random(inputs.shape) < 0.2] = np.nan
    target = (generator.random(CLIENTS) < 0.1).astype(np.int8)
    fold_of = (np.arange(CLIENTS) % 3).astype(np.int8)
    estimator = NearestDefaultRate(size=SIZE)
    return estimator, inputs, target, fold_of, estimator.fit_transform(inputs, target, fold_of)[:, 0]


@pytest.fixture
def bundled(trained, tmp_path):
    estimator, _, target, fold_of, _ = trained
    made = estimator.standardisation_
    block = {'feature': FEATURE, 'inputs': INPUTS, 'size': SIZE, 'clients': CLIENTS}
    block |= {'fills': made.fills, 'centres': made.centres, 'scales': made.scales}
    ids = np.arange(100_001, 100_001 + CLIENTS)
    parts = [
        estimator.places_.astype('<f4'),
        ids.astype('<i4'),
        target.astype(np.uint8),
        fold_of.astype(np.uint8),
    ]
    (tmp_path / 'neighbours.bin').write_bytes(b''.join(part.tobytes() for part in parts))
    return BundledNeighbours(tmp_path, block), ids, block


def test_a_training_client_is_rated_by_the_other_folds(trained, bundled):
    neighbours, ids, _ = bundled
    assert (neighbours.rates(trained[1], ids, same_data=True) == trained[4]).all()


def test_a_client_of_other_data_is_rated_by_all_whatever_the_id(trained, bundled):
    neighbours, ids, _ = bundled
    expected = trained[0].transform(trained[1])[:, 0]
    assert (neighbours.rates(trained[1], ids, same_data=False) == expected).all()
    assert (neighbours.rates(trained[1], ids + CLIENTS, same_data=True) == expected).all()


def test_a_file_of_the_wrong_length_is_refused(bundled, tmp_path):
    with pytest.raises(TrainingError, match='bytes'):
        BundledNeighbours(tmp_path, {**bundled[2], 'clients': CLIENTS + 1})
