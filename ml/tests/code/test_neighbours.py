"""The rate of the nearest clients is what brute force counts, whatever lies equally near."""

import numpy as np
import pytest

from credit_model.neighbours import FoldDistances, NearestDefaultRate, Standardisation, squared_distances


def brute_force(one, others, target, size):
    """Count for each client all who are as near as the last of its nearest."""
    distances = squared_distances(one[:, None], others[None])
    radius = np.sort(distances, axis=1)[:, min(size, len(others)) - 1]
    within = distances <= radius[:, None]
    return ((within * target).sum(axis=1) / within.sum(axis=1)).astype(np.float32)


def make_inputs(count, digits, seed=0):
    """Make inputs with gaps; few digits make many ties."""
    generator = np.random.default_rng(seed)
    inputs = np.round(generator.normal(size=(count, 4)), digits).astype(np.float32)
    inputs[generator.random(inputs.shape) < 0.3] = np.nan
    target = (generator.random(count) < 0.2).astype(np.int8)
    return inputs, target, generator.integers(0, 5, count)


@pytest.mark.parametrize(
    ('count', 'size', 'digits'), [(900, 60, 6), (900, 60, 0), (2500, 500, 1), (300, 500, 2)]
)
def test_it_equals_brute_force_in_training_and_for_new_clients(count, size, digits):
    inputs, target, fold_of = make_inputs(count, digits)
    rate = NearestDefaultRate(size)
    trained = rate.fit_transform(inputs, target, fold_of)[:, 0]
    for fold in range(5):
        mine, others = fold_of == fold, fold_of != fold
        expected = brute_force(rate.places_[mine], rate.places_[others], target[others], size)
        assert np.array_equal(trained[mine], expected)
    new = make_inputs(80, digits, seed=5)[0]
    expected = brute_force(rate.standardisation_.place(new), rate.places_, target, size)
    assert np.array_equal(rate.transform(new)[:, 0], expected)


def test_clients_all_in_one_place_all_count():
    inputs, target = np.zeros((700, 4), dtype=np.float32), np.repeat([0, 1], [500, 200])
    rate = NearestDefaultRate(50).fit(inputs, target, np.arange(700) % 5)
    assert rate.transform(inputs[:3])[:, 0] == pytest.approx(200 / 700)


def test_a_clients_own_outcome_and_its_folds_never_enter_its_rate():
    inputs, target, fold_of = make_inputs(900, 6)
    turned = np.where(fold_of == 2, 1 - target, target)
    mine = fold_of == 2
    before, after = (
        NearestDefaultRate(60).fit_transform(inputs, outcome, fold_of) for outcome in (target, turned)
    )
    assert np.array_equal(before[mine], after[mine])
    assert not np.array_equal(before[~mine], after[~mine])


@pytest.mark.parametrize('union', [{1}, {0, 3}, {1, 2, 4}, {0, 1, 2, 3, 4}])
def test_the_rate_among_any_folds_is_brute_forces_too(union):
    inputs, target, fold_of = make_inputs(900, 1)
    fitted = NearestDefaultRate(60).fit(inputs, target, fold_of)
    unions = [frozenset(union), frozenset({0, 1, 2})]
    found = FoldDistances(fitted).rates(fitted.places_[:200], unions)
    for column, folds in enumerate(unions):
        rows = np.isin(fold_of, list(folds))
        assert np.array_equal(
            found[:, column], brute_force(fitted.places_[:200], fitted.places_[rows], target[rows], 60)
        )


def test_nobody_eligible_gives_no_rate():
    inputs, target, fold_of = make_inputs(50, 1)
    fitted = NearestDefaultRate(60).fit(inputs, target, fold_of)
    assert np.isnan(FoldDistances(fitted).rates(fitted.places_[:3], [frozenset()])).all()


def test_an_unknown_value_stands_at_the_training_median():
    inputs = np.array([[1, 0, 0, 0], [2, 0, 0, 0], [9, 0, 0, 0], [np.nan, 0, 0, np.nan]], dtype=np.float32)
    standard = Standardisation.of(inputs)
    assert standard.fills[0] == 2
    assert standard.scales[1] == 1
    places = standard.place(inputs)
    assert places.dtype == np.float32
    assert np.array_equal(places[3], places[1])
    assert np.array_equal(Standardisation.of(np.full((3, 4), np.nan, dtype=np.float32)).fills, np.zeros(4))
