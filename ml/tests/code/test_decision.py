"""The threshold is as cheap as brute force can tell, and the advice follows from it."""

import numpy as np
import pytest

from credit_model.decision import INDIFFERENCE, choose_threshold, decision_rule
from credit_model.evaluate import client_costs


def brute_force(target, probability):
    """Try every cut; keep those within one standard error of the cheapest."""
    values = np.unique(probability)
    cuts = [values[0] / 2, *((values[1:] + values[:-1]) / 2), (values[-1] + 1) / 2]
    costs = [client_costs(target, probability >= cut) for cut in cuts]
    cheapest = min(costs, key=lambda cost: cost.sum())
    close = []
    for cut, cost in zip(cuts, costs, strict=True):
        difference = cost - cheapest
        if difference.sum() <= np.sqrt((difference**2).sum()):
            close.append(cut)
    return close


@pytest.mark.parametrize('seed', range(8))
def test_no_threshold_as_cheap_lies_nearer_to_indifference(seed):
    generator = np.random.default_rng(seed)
    probability = np.round(generator.beta(1, 9, 150), 3) * (0.3 if seed % 2 else 1)
    target = (generator.random(150) < probability * (3 if seed % 3 else 1)).astype(int)
    threshold = choose_threshold(target, probability)
    close = brute_force(target, probability)
    same_decisions = [cut for cut in close if ((probability >= cut) == (probability >= threshold)).all()]
    assert same_decisions, 'the threshold decides as one of the cheap cuts does'
    assert abs(threshold - INDIFFERENCE) <= min(abs(cut - INDIFFERENCE) for cut in close)


def test_a_clear_gap_is_found_wherever_it_lies():
    probability = np.concatenate([np.linspace(0.3, 0.4, 500), np.linspace(0.6, 0.7, 500)])
    target = np.repeat([0, 1], 500)
    assert 0.399 < choose_threshold(target, probability) < 0.6


def test_calibrated_probabilities_are_cut_at_indifference():
    generator = np.random.default_rng(2)
    probability = generator.beta(1, 11, 20_000)
    target = (generator.random(20_000) < probability).astype(int)
    assert choose_threshold(target, probability) == pytest.approx(INDIFFERENCE, abs=0.01)


@pytest.mark.parametrize('probability', [np.full(20, 0.08), np.zeros(20), np.ones(20)])
def test_a_threshold_lies_strictly_between_0_and_1_even_for_constant_probabilities(probability):
    assert 0 < choose_threshold(np.repeat([0, 1], 10), probability) < 1


@pytest.mark.parametrize('threshold', [0.05, 0.09, 0.45, 0.9])
def test_classes_a_to_c_lie_below_the_threshold_and_the_band_round_it(threshold):
    rule = decision_rule(threshold)
    bounds = rule['riskClassUpperBounds']
    assert bounds[2] == threshold
    assert bounds == sorted(bounds)
    assert bounds[3] < 1
    assert rule['reviewBand']['lower'] < threshold < rule['reviewBand']['upper'] < 1
