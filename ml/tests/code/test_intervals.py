"""Intervals in closed form equal those in print, and hold what they promise."""

import numpy as np
import pytest

from credit_model.intervals import Estimate, difference_interval, ratio_interval, wilson_interval


def ends(estimate):
    return [estimate.low, estimate.high]


def test_a_rates_interval_is_wilsons():
    # Newcombe (1998a), table I, method 3: 81/263, 15/148, 0/20 and 1/29.
    assert ends(wilson_interval(81, 263)) == pytest.approx([0.2553, 0.3662], abs=5e-5)
    assert ends(wilson_interval(15, 148)) == pytest.approx([0.0624, 0.1605], abs=5e-5)
    assert ends(wilson_interval(0, 20)) == pytest.approx([0.0, 0.1611], abs=5e-5)
    assert ends(wilson_interval(1, 29)) == pytest.approx([0.0061, 0.1718], abs=5e-5)


def test_a_differences_interval_is_newcombes():
    # Newcombe (1998b), table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
    found = difference_interval(wilson_interval(56, 70), wilson_interval(48, 80))
    assert ends(found) == pytest.approx([0.0524, 0.3339], abs=5e-5)
    found = difference_interval(wilson_interval(9, 10), wilson_interval(3, 10))
    assert ends(found) == pytest.approx([0.1705, 0.8090], abs=5e-5)


def test_a_ratios_interval_holds_the_ratio_in_95_of_100_trials():
    generator = np.random.default_rng(5)
    held = 0
    for _ in range(2000):
        first, second = generator.binomial(400, 0.56), generator.binomial(600, 0.7)
        ratio = ratio_interval(wilson_interval(first, 400), wilson_interval(second, 600))
        held += ratio.low <= 0.8 <= ratio.high
    assert held / 2000 == pytest.approx(0.95, abs=0.015)


def test_a_ratio_to_a_figure_that_may_be_twice_as_large_can_be_as_low_as_nothing():
    assert ratio_interval(Estimate(0.5, 0.4, 0.6), Estimate(0.1, 0.05, 0.2)).low == 0.0


def test_a_turned_figure_keeps_its_ends_in_order():
    assert Estimate(0.1, 0.0, 0.3).negated().shifted(1) == Estimate(0.9, 0.7, 1.0)
