"""Nothing that judges a client has seen the client."""

from collections import defaultdict
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from conftest import make_table
from sklearn.base import BaseEstimator

from credit_model.boosted_trees import BoostedTrees
from credit_model.calibrate import METHODS
from credit_model.candidates import Candidate
from credit_model.folded_clients import FoldedClients, fold_clients
from credit_model.judge import Judgement, choose_candidate, choose_method, judge_candidate, nested_scores
from credit_model.split import assign_folds


def numbered_clients(count=600, folds=5):
    """Fold clients whose only feature is their number."""
    table = replace(
        make_table(count), features=np.arange(count, dtype=np.float32)[:, None], names=('number',)
    )
    fold_of = assign_folds(table.target, folds, 7)
    return FoldedClients(table, fold_of, defaultdict(lambda: np.ones(1)), {})


def candidate(build, name='any', servable=True):
    return Candidate(name, '', lambda _: build(), servable)


class Memory(BaseEstimator):
    """Scores 1 a client it was trained on, 0 any other: the first column is the client's number."""

    def fit(self, features, target):
        self.seen_ = set(features[:, 0].tolist())
        return self

    def decision_function(self, features):
        return np.array([float(number in self.seen_) for number in features[:, 0]])


def test_no_model_scores_a_client_it_was_trained_on():
    clients = numbered_clients()
    outer, inner = nested_scores(candidate(Memory), clients)
    assert outer.sum() == 0
    for fold in range(5):
        assert np.isnan(inner[fold, clients.fold_of == fold]).all()
        assert inner[fold, clients.fold_of != fold].sum() == 0


class Recorder(Memory):
    """Remembers every training set in a list shared by all."""

    trained: list

    def fit(self, features, target):
        Recorder.trained.append(frozenset(features[:, 0].tolist()))
        return super().fit(features, target)


def test_every_fold_has_a_model_without_it_and_every_pair_one_without_both():
    Recorder.trained = []
    clients = numbered_clients()
    nested_scores(candidate(Recorder), clients)
    absent = [
        {
            int(fold)
            for fold in range(5)
            if not trained & set(np.flatnonzero(clients.fold_of == fold).tolist())
        }
        for trained in Recorder.trained
    ]
    assert sorted(map(len, absent)) == [1] * 5 + [2] * 10
    assert len({frozenset(folds) for folds in absent}) == 15


def calibrated(count=4000, seed=3):
    generator = np.random.default_rng(seed)
    probability = generator.beta(1, 9, count)
    return probability, (generator.random(count) < probability).astype(int)


def test_of_calibrations_that_are_alike_the_simplest_is_chosen():
    probability, target = calibrated()
    assert choose_method(dict.fromkeys(METHODS, probability), target) == 'none'


def test_a_calibration_with_a_worse_brier_score_is_never_chosen():
    probability, target = calibrated()
    same = dict.fromkeys(METHODS, probability)
    assert choose_method({**same, 'none': np.clip(probability * 3, 0, 1)}, target) == 'sigmoid'
    # The default rate for everyone has no calibration error at all, and is useless.
    assert choose_method({**same, 'isotonic': np.full(len(target), target.mean())}, target) == 'none'


def test_a_clearly_smaller_calibration_error_decides_between_brier_scores_within_noise():
    probability, target = calibrated()
    negligible, clear = (np.clip(probability + shift, 0, 1) for shift in (0.0005, 0.007))
    assert (
        choose_method({'none': negligible, 'sigmoid': probability, 'isotonic': probability}, target) == 'none'
    )
    assert (
        choose_method({'none': clear, 'sigmoid': probability, 'isotonic': probability}, target) == 'sigmoid'
    )


def judgement(name, costs, auc, servable=True):
    metrics = {'auc': auc, 'costPerClient': float(np.mean(costs))}
    return Judgement(Candidate(name, '', Memory, servable), metrics, None, {}, 0.1, *[np.array(costs)] * 3)


def test_a_candidate_that_cannot_be_served_is_never_chosen():
    chosen = choose_candidate([judgement('cheap', [0.1] * 9, 0.9, False), judgement('tree', [0.5] * 9, 0.7)])
    assert chosen.candidate.name == 'tree'


def test_cost_decides_and_auc_settles_what_noise_leaves_open():
    cheap, dear = [1.0, 0.0] * 500, [2.0, 1.0] * 500
    assert choose_candidate([judgement('a', cheap, 0.7), judgement('b', dear, 0.8)]).candidate.name == 'a'
    noisy = np.random.default_rng(0).choice([0.0, 1.0, 10.0], 1000)
    other = np.random.default_rng(0).permutation(noisy)
    assert choose_candidate([judgement('a', noisy, 0.7), judgement('b', other, 0.8)]).candidate.name == 'b'


def test_a_cost_that_is_lower_by_luck_does_not_outweigh_a_better_ranking():
    costs = np.zeros(2000)
    worse = costs.copy()
    worse[:3] = 10.0  # Three missed defaults more: 1.7 standard errors.
    assert (
        choose_candidate([judgement('lucky', costs, 0.75), judgement('better', worse, 0.76)]).candidate.name
        == 'better'
    )
    worse[:8] = 10.0
    assert (
        choose_candidate([judgement('cheap', costs, 0.75), judgement('dear', worse, 0.76)]).candidate.name
        == 'cheap'
    )


def test_a_judgement_holds_calibrated_probabilities_of_every_client():
    table = make_table(900)
    clients = fold_clients(table, assign_folds(table.target, 5, 7), seed=7, workers=1)
    settings = {'members': 2, 'parts': 4, 'min_child_samples': 20, 'reg_lambda': 1, 'colsample_bytree': 1}
    weighted = candidate(partial(BoostedTrees, **settings, imbalance='class_weight'), 'weighted')
    judged = judge_candidate(weighted, clients)
    assert judged.calibrator.method != 'none'
    assert judged.probability.mean() == pytest.approx(table.target.mean(), abs=0.02)
    assert judged.metrics['costPerClient'] == pytest.approx(judged.costs.mean())
