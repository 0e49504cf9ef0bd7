"""A committee learns from training clients alone, and stops by those whom its members left out."""

import lightgbm
import numpy as np
import pytest
from conftest import make_clients

from credit_model import committee
from credit_model.boosted_trees import BoostedTrees
from credit_model.rebalance import IMBALANCE_ANSWERS, default_weight, oversample, undersample

SETTINGS = {'min_child_samples': 20, 'reg_lambda': 1.0, 'colsample_bytree': 0.5, 'members': 3, 'parts': 4}


def known_clients(count=1200, seed=1):
    features, target = make_clients(count, seed)
    return np.nan_to_num(features), target


@pytest.fixture
def watched(monkeypatch):
    """Record which clients each member is grown on and which stop it: the first column is the client's number."""
    seen = []
    begin = committee._member

    def member(everyone, features, target, left_out, *rest):
        booster = begin(everyone, features, target, left_out, *rest)
        seen.append(
            (
                booster.train_set.num_data(),
                booster.valid_sets[0].num_data(),
                frozenset(np.flatnonzero(left_out)),
            )
        )
        return booster

    monkeypatch.setattr(committee, '_member', member)
    return seen


@pytest.mark.parametrize('imbalance', IMBALANCE_ANSWERS)
def test_the_same_clients_and_seed_give_the_same_trees(imbalance):
    features, target = known_clients()
    models = [BoostedTrees(**SETTINGS, imbalance=imbalance).fit(features, target) for _ in range(2)]
    assert models[0].booster_.model_to_string() == models[1].booster_.model_to_string()


def test_members_leave_out_parts_that_do_not_overlap_and_learn_from_all_others(watched):
    features, target = known_clients()
    BoostedTrees(**SETTINGS).fit(features, target)
    assert len(watched) == 3
    assert len(frozenset().union(*(left_out for _, _, left_out in watched))) == sum(
        len(left_out) for _, _, left_out in watched
    )
    for learned, stopping, left_out in watched:
        assert stopping == len(left_out) == pytest.approx(300, abs=2)
        assert learned == 1200 - stopping


@pytest.mark.parametrize('imbalance', ['undersampling', 'smote'])
def test_only_genuine_clients_stop_a_rebalanced_committee(watched, imbalance):
    features, target = known_clients()
    BoostedTrees(**SETTINGS, imbalance=imbalance).fit(features, target)
    for learned, stopping, left_out in watched:
        assert stopping == len(left_out)
        rest = np.delete(target, sorted(left_out))
        good, defaults = int((rest == 0).sum()), int(rest.sum())
        assert learned == (4 * defaults if imbalance == 'undersampling' else good + good // 3)


def test_trees_after_the_round_of_least_loss_are_cut_off():
    features, target = known_clients(2000)
    settings = {**SETTINGS, 'learning_rate': 0.3, 'patience': 30}
    stopped = BoostedTrees(**settings).fit(features, target)
    assert stopped.rounds_ < 100
    cut = BoostedTrees(**settings, max_rounds=stopped.rounds_).fit(features, target)
    assert cut.booster_.model_to_string() == stopped.booster_.model_to_string()


def test_learning_from_noise_stops_at_once():
    generator = np.random.default_rng(0)
    features = generator.normal(size=(800, 3)).astype(np.float32)
    target = (generator.random(800) < 0.2).astype(int)
    model = BoostedTrees(**{**SETTINGS, 'learning_rate': 0.2}).fit(features, target)
    assert model.rounds_ <= 10


def test_no_grid_point_can_make_a_forest_too_large_to_explain():
    features, target = known_clients(400)
    model = BoostedTrees(
        num_leaves=2500, max_depth=-1, parts=4, members=4, min_child_samples=2, reg_lambda=0.0
    )
    leaves = sum(
        tree['num_leaves'] for tree in model.fit(features, target).booster_.dump_model()['tree_info']
    )
    assert leaves <= 40_000
    assert model.rounds_ <= 4


def test_weights_even_out_the_classes_and_the_others_reach_one_default_for_three_good_clients():
    target = np.repeat([0, 1], [900, 100])
    assert [default_weight(answer, target) for answer in IMBALANCE_ANSWERS] == [1, 9, 3, 3]
    with pytest.raises(ValueError, match='expected one of'):
        default_weight('luck', target)


def test_undersampling_keeps_every_default_and_draws_three_good_clients_for_each():
    target = np.repeat([0, 1], [900, 100])
    rows = np.arange(0, 1000, 2)
    drawn = undersample(rows, target, seed=3)
    assert set(drawn) <= set(rows)
    assert (target[drawn] == 1).sum() == 50
    assert (target[drawn] == 0).sum() == 150
    assert np.array_equal(drawn, undersample(rows, target, seed=3))


def test_smote_keeps_the_genuine_clients_first_and_makes_up_defaults_between_them():
    features, target = known_clients()
    made, labels = oversample(features, target, seed=3)
    assert np.array_equal(made[: len(features)], features)
    added = made[len(features) :]
    assert (labels[len(features) :] == 1).all()
    defaults = features[target == 1]
    assert (added >= defaults.min(axis=0)).all()
    assert (added <= defaults.max(axis=0)).all()


def test_too_few_defaults_for_smote_are_left_as_they_are():
    features, target = known_clients(30)
    target[:] = 0
    target[0] = 1
    assert oversample(features, target, seed=3)[0] is features


def test_a_committee_hands_over_one_booster_whose_probabilities_average_to_the_default_rate():
    features, target = known_clients()
    model = BoostedTrees(**SETTINGS).fit(features, target)
    assert isinstance(model.booster_, lightgbm.Booster)
    assert model.booster_.num_trees() <= 3 * model.rounds_
    share = target.mean()
    assert model.predict_proba(features)[:, 1].mean() == pytest.approx(share, abs=0.01)
