"""Figures mean what scikit-learn, or a pencil, says they mean."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, brier_score_loss, precision_score, recall_score, roc_auc_score

from credit_model.evaluate import calibration_table, cost_per_client, evaluate, expected_calibration_error


@pytest.fixture
def judged():
    generator = np.random.default_rng(4)
    probability = generator.beta(1, 9, 2000)
    target = (generator.random(2000) < probability).astype(int)
    return target, probability, probability >= 0.1, np.arange(2000) % 5


def test_figures_equal_those_of_scikit_learn(judged):
    target, probability, refused, fold_of = judged
    metrics = evaluate(target, probability, refused, fold_of, 0.1)
    by_fold = [roc_auc_score(target[fold_of == fold], probability[fold_of == fold]) for fold in range(5)]
    assert metrics['auc'] == pytest.approx(np.mean(by_fold))
    assert metrics['aucFoldDeviation'] == pytest.approx(np.std(by_fold, ddof=1))
    assert metrics['accuracy'] == pytest.approx(accuracy_score(target, refused))
    assert metrics['precision'] == pytest.approx(precision_score(target, refused))
    assert metrics['recall'] == pytest.approx(recall_score(target, refused))
    assert metrics['brier'] == pytest.approx(brier_score_loss(target, probability))


def test_a_missed_default_costs_ten_refused_good_clients():
    target = np.array([1, 1, 0, 0, 0])
    refused = np.array([True, False, True, False, False])
    assert cost_per_client(target, refused) == pytest.approx((10 + 1) / 5)


def test_calibration_error_by_hand():
    # Two bins of two clients: |0.15 − 0.5| and |0.75 − 1| with equal weight.
    target, probability = np.array([0, 1, 1, 1]), np.array([0.1, 0.2, 0.7, 0.8])
    assert expected_calibration_error(target, probability, bins=2) == pytest.approx((0.35 + 0.25) / 2)


def test_bins_hold_equal_shares_of_the_clients(judged):
    target, probability, _, _ = judged
    table = calibration_table(target, probability)
    assert [row['clients'] for row in table] == [200] * 10
    assert [row['predicted'] for row in table] == sorted(row['predicted'] for row in table)


def test_refusing_nobody_has_no_precision_but_no_error_either(judged):
    target, probability, refused, fold_of = judged
    assert evaluate(target, probability, np.zeros_like(refused), fold_of, 0.9)['precision'] == 0.0
