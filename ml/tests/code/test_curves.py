"""The thinned curves lie on scikit-learn's, and the counts allow any cost ratio."""

import numpy as np
import pytest
from sklearn.metrics import auc, confusion_matrix, roc_auc_score

from credit_model.curves import confusion_by_threshold, precision_recall_curve, roc_curve

SERVED = 0.0912345678901


@pytest.fixture
def judged():
    generator = np.random.default_rng(8)
    probability = generator.beta(1, 9, 5000)
    return (generator.random(5000) < probability).astype(np.int8), probability


def test_the_roc_curve_runs_from_corner_to_corner_and_loses_no_area(judged):
    points = roc_curve(*judged)
    assert len(points) <= 201
    false_rate = [point['falsePositiveRate'] for point in points]
    true_rate = [point['truePositiveRate'] for point in points]
    assert (false_rate[0], true_rate[0], false_rate[-1], true_rate[-1]) == (0, 0, 1, 1)
    assert auc(false_rate, true_rate) == pytest.approx(roc_auc_score(*judged), abs=5e-4)


def test_every_point_of_the_curves_is_what_its_threshold_decides(judged):
    target, probability = judged
    for point in precision_recall_curve(*judged):
        refused = probability >= point['threshold']
        assert point['recall'] == pytest.approx(refused[target == 1].mean())
        assert point['precision'] == pytest.approx(target[refused].mean())
    assert len(precision_recall_curve(*judged)) <= 201


def test_decisions_are_counted_at_ascending_thresholds_that_hold_the_served_one(judged):
    target, probability = judged
    points = confusion_by_threshold(target, probability, SERVED)
    thresholds = [point['threshold'] for point in points]
    assert thresholds == sorted(set(thresholds))
    assert 200 <= len(points) <= 400
    assert {0.0, SERVED, 1.0} <= set(thresholds)
    for point in points[::37]:
        counted = confusion_matrix(target, probability >= point['threshold']).ravel()
        assert [
            point[name] for name in ('trueNegatives', 'falsePositives', 'falseNegatives', 'truePositives')
        ] == counted.tolist()


@pytest.mark.parametrize('ratio', [2, 10, 30])
def test_the_counts_find_the_cheapest_threshold_of_any_cost_ratio(judged, ratio):
    target, probability = judged
    points = confusion_by_threshold(target, probability, SERVED)
    found = min(ratio * point['falseNegatives'] + point['falsePositives'] for point in points)
    cheapest = min(
        ratio * int(target[probability < cut].sum()) + int((target[probability >= cut] == 0).sum())
        for cut in np.append(np.sort(probability), 1)
    )
    assert found <= cheapest * 1.01


def test_equal_probabilities_are_one_step():
    target, probability = np.array([0, 1, 0, 1]), np.array([0.2, 0.2, 0.2, 0.7])
    assert [point['threshold'] for point in roc_curve(target, probability)] == [1.0, 0.7, 0.2]
