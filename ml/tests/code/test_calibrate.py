"""A calibration turns scores into probabilities and never turns two clients round."""

import numpy as np
import pytest

from credit_model.calibrate import METHODS, SMALLEST_KNOT_GAP, fit_calibrator


@pytest.fixture
def scored():
    generator = np.random.default_rng(6)
    score = generator.normal(-1, 1.2, 20_000)
    target = (generator.random(20_000) < 1 / (1 + np.exp(-(0.7 * score - 1.5)))).astype(int)
    return score, target


@pytest.mark.parametrize('method', METHODS)
def test_a_higher_score_never_means_a_lower_probability(method, scored):
    grid = np.linspace(-8, 8, 1000)
    probability = fit_calibrator(method, *scored).probability(grid)
    assert (np.diff(probability) >= 0).all()
    assert probability.min() > 0
    assert probability.max() < 1


def test_none_is_the_logistic_function(scored):
    assert fit_calibrator('none', *scored).probability(np.array([0.0])) == pytest.approx(0.5)


def test_sigmoid_finds_slope_and_intercept(scored):
    fitted = fit_calibrator('sigmoid', *scored)
    assert fitted.slope == pytest.approx(0.7, abs=0.05)
    assert fitted.intercept == pytest.approx(-1.5, abs=0.05)


def test_isotonic_follows_the_observed_rate_with_knots_apart(scored):
    fitted = fit_calibrator('isotonic', *scored)
    grid = np.linspace(-3, 1, 50)
    assert np.abs(fitted.probability(grid) - 1 / (1 + np.exp(-(0.7 * grid - 1.5)))).max() < 0.05
    assert (np.diff(fitted.knots) >= SMALLEST_KNOT_GAP).all()


def test_isotonic_keeps_apart_all_scores_that_it_was_fitted_on_even_the_outermost(scored):
    score, target = scored
    fitted = fit_calibrator('isotonic', score, target)
    assert (np.diff(fitted.probability(np.unique(score))) > 0).all()
    assert fitted.probability(np.array([-1e3, 1e3])) == pytest.approx(fitted.levels[[0, -1]])


@pytest.mark.parametrize(
    'score', [np.zeros(60), -2.4 + 1e-15 * np.arange(60), np.linspace(0, 0.01, 60), np.arange(60.0)]
)
def test_isotonic_copes_with_few_clients_equal_scores_and_rates_that_fall(score):
    target = (np.arange(60) < 6).astype(int)
    fitted = fit_calibrator('isotonic', score, target)
    assert fitted.probability(score).mean() == pytest.approx(0.1, abs=0.02)


def test_a_score_that_ranks_backwards_is_flattened_not_turned(scored):
    score, target = scored
    assert fit_calibrator('sigmoid', -score, target).slope == 0


def test_an_unknown_method_is_refused(scored):
    with pytest.raises(ValueError, match='beta'):
        fit_calibrator('beta', *scored)
