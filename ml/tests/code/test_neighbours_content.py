"""What a bundle carries of the training clients answers as training did."""

import numpy as np
import pytest
from test_neighbours import make_inputs

from credit_model.bundled_neighbours import BundledNeighbours
from credit_model.neighbours import NearestDefaultRate
from credit_model.neighbours_content import neighbour_cases, neighbours_content

IDS = np.arange(100_001, 100_901)


@pytest.fixture
def trained():
    inputs, target, fold_of = make_inputs(900, 1)
    rate = NearestDefaultRate(60)
    return rate, inputs, rate.fit_transform(inputs, target, fold_of)[:, 0]


def test_a_bundle_repeats_every_golden_case_to_the_last_bit(trained, tmp_path):
    rate, inputs, rates = trained
    block, content = neighbours_content(rate, IDS)
    (tmp_path / block['file']).write_bytes(content)
    cases = neighbour_cases(rate, inputs, IDS, rates, seed=7)
    assert len(cases) >= 40
    ids = np.array([-1 if case['clientId'] is None else case['clientId'] for case in cases])
    rows = np.array(
        [[np.nan if value is None else value for value in case['inputs']] for case in cases], dtype=np.float32
    )
    assert (ids == -1).sum() >= 20
    assert (ids > 0).sum() >= 10
    assert np.isnan(rows).all(axis=1).any()
    answered = BundledNeighbours(tmp_path, block).rates(rows, ids, same_data=True)
    assert np.array_equal(answered, np.array([case['rate'] for case in cases], dtype=np.float32))


def test_each_client_takes_22_bytes_and_the_same_seed_gives_the_same_cases(trained):
    rate, inputs, rates = trained
    assert len(neighbours_content(rate, IDS)[1]) == 22 * 900
    one, other = (neighbour_cases(rate, inputs, IDS, rates, seed=7) for _ in range(2))
    assert one == other
