"""Nothing that judges a client has seen the client."""

from functools import partial

import numpy as np
import pytest
from conftest import make_clients
from sklearn.base import BaseEstimator

from credit_model.boosted_trees import BoostedTrees
from credit_model.calibrate import METHODS
from credit_model.candidates import Candidate
from credit_model.judge import Judgement, choose_candidate, choose_method, judge_candidate, nested_scores
from credit_model.split import assign_folds


class Memory(BaseEstimator):
    """Scores 1 a client it was trained on, 0 any other: the first column is the client's number."""

    def fit(self, features, target):
        self.seen_ = set(features[:, 0].tolist())
        return self

    def decision_function(self, features):
        return np.array([float(number in self.seen_) for number in features[:, 0]])


def test_no_model_scores_a_client_it_was_trained_on():
    _, target = make_clients(600)
    numbers = np.arange(600, dtype=np.float32)[:, None]
    fold_of = assign_folds(target, 5, 7)
    outer, inner = nested_scores(Candidate('memory', '', Memory, False), numbers, target, fold_of)
    assert outer.sum() == 0
    for fold in range(5):
        assert np.isnan(inner[fold, fold_of == fold]).all()
        assert inner[fold, fold_of != fold].sum() == 0


class Recorder(Memory):
    """Remembers every training set in a list shared by all."""

    trained: list

    def fit(self, features, target):
        Recorder.trained.append(frozenset(features[:, 0].tolist()))
        return super().fit(features, target)


def test_every_fold_has_a_model_without_it_and_every_pair_one_without_both():
    _, target = make_clients(600)
    Recorder.trained = []
    fold_of = assign_folds(target, 5, 7)
    nested_scores(Candidate('r', '', Recorder, False), np.arange(600.0)[:, None], target, fold_of)
    absent = [
        {int(fold) for fold in range(5) if not trained & set(np.flatnonzero(fold_of == fold).tolist())}
        for trained in Recorder.trained
    ]
    assert sorted(map(len, absent)) == [1] * 5 + [2] * 10
    assert len({frozenset(folds) for folds in absent}) == 15


def test_the_simplest_calibration_within_noise_of_the_best_is_chosen():
    generator = np.random.default_rng(3)
    probability = generator.beta(1, 9, 4000)
    target = (generator.random(4000) < probability).astype(int)
    same = dict.fromkeys(METHODS, probability)
    assert choose_method(same, target) == 'none'
    assert choose_method({**same, 'none': np.clip(probability * 3, 0, 1)}, target) == 'sigmoid'


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


def test_a_judgement_holds_calibrated_probabilities_of_every_client():
    features, target = make_clients(900)
    settings = {'n_estimators': 60, 'min_child_samples': 20, 'reg_lambda': 1, 'colsample_bytree': 1}
    build = partial(BoostedTrees, **settings, imbalance='class_weight')
    judged = judge_candidate(
        Candidate('weighted', '', build, True), features, target, assign_folds(target, 5, 7)
    )
    assert judged.calibrator.method != 'none'
    assert judged.probability.mean() == pytest.approx(target.mean(), abs=0.02)
    assert judged.metrics['costPerClient'] == pytest.approx(judged.costs.mean())
