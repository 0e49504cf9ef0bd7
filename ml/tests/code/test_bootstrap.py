"""Resampled clients give the very figures of clients written out, and intervals as wide as theory has them."""

import numpy as np
import pytest

from credit_model.bootstrap import (
    auc_statistic,
    bootstrap_intervals,
    draw_counts,
    ece_statistic,
    mean_statistic,
    percentile_estimate,
    pivotal_estimate,
    repeated_statistic,
)
from credit_model.decision import choose_threshold
from credit_model.evaluate import evaluate, expected_calibration_error


@pytest.fixture
def judged():
    generator = np.random.default_rng(4)
    # Two digits: ties, as an isotonic calibration makes them.
    probability = np.round(generator.beta(1, 9, 2003), 2)
    target = (generator.random(2003) < probability).astype(np.int8)
    return target, probability, np.arange(2003) % 5


@pytest.fixture
def counts(judged):
    return next(draw_counts(judged[2], seed=1, draws=1))


def test_a_draw_keeps_every_folds_size(judged, counts):
    fold_of = judged[2]
    for fold in range(5):
        assert counts[fold_of == fold].sum() == (fold_of == fold).sum()


def test_drawn_clients_have_the_figures_of_the_same_clients_written_out(judged, counts):
    target, probability, fold_of = (np.repeat(values, counts) for values in judged)
    expected = evaluate(target, probability, probability >= 0.1, fold_of, 0.1)
    assert auc_statistic(*judged)(counts) == pytest.approx(expected['auc'], abs=1e-12)
    brier = mean_statistic((judged[1] - judged[0]) ** 2)
    assert brier(counts) == pytest.approx(expected['brier'], abs=1e-12)
    assert repeated_statistic(choose_threshold, *judged[:2])(counts) == choose_threshold(target, probability)


def test_a_drawn_calibration_error_is_that_of_the_clients_written_out(judged, counts):
    order = np.argsort(judged[1], kind='stable')
    target, probability = (np.repeat(values[order], counts[order]) for values in judged[:2])
    assert ece_statistic(*judged[:2])(counts) == pytest.approx(
        expected_calibration_error(target, probability), abs=1e-12
    )


def test_an_intervals_width_is_that_of_the_central_limit_theorem(judged):
    values = judged[1]
    draws = bootstrap_intervals({'mean': mean_statistic(values)}, judged[2], seed=7, draws=2000)['mean']
    estimate = percentile_estimate(values.mean(), draws)
    half = 1.96 * values.std() / np.sqrt(len(values))
    assert estimate.low == pytest.approx(values.mean() - half, abs=half / 10)
    assert estimate.high == pytest.approx(values.mean() + half, abs=half / 10)


def test_the_same_seed_gives_the_same_interval(judged):
    statistics = {'ece': ece_statistic(*judged[:2])}
    first, second = (bootstrap_intervals(statistics, judged[2], 7, draws=20)['ece'] for _ in range(2))
    assert (first == second).all()


def test_the_error_that_resampling_adds_is_taken_off_a_calibration_error(judged):
    found = expected_calibration_error(*judged[:2])
    draws = bootstrap_intervals({'ece': ece_statistic(*judged[:2])}, judged[2], 7, draws=200)['ece']
    assert draws.mean() > found
    estimate = pivotal_estimate(found, draws)
    assert 0 <= estimate.low <= found <= estimate.high < np.percentile(draws, 97.5)
