"""A committee's one forest answers as the mean of its members."""

import lightgbm
import numpy as np
import onnxruntime
import pytest
from conftest import make_clients

from credit_model.boosted_trees import BoostedTrees
from credit_model.calibrate import Calibrator
from credit_model.export import export_onnx
from credit_model.merge_boosters import merge_boosters


def members(count):
    features, target = make_clients(1200)
    parameters = {'objective': 'binary', 'verbose': -1, 'num_leaves': 6, 'feature_fraction': 0.5}
    return [
        lightgbm.train(
            {**parameters, 'seed': number, 'force_row_wise': True, 'num_threads': 1},
            lightgbm.Dataset(features[number::count], label=target[number::count]),
            num_boost_round=20 + number,
        )
        for number in range(count)
    ]


def mean(boosters, rounds, rows, **kind):
    answers = [
        booster.predict(rows, num_iteration=count, **kind)
        for booster, count in zip(boosters, rounds, strict=True)
    ]
    return np.mean(answers, axis=0)


@pytest.mark.parametrize('count', [1, 2, 3, 8])
def test_scores_and_contributions_are_the_members_means(count):
    boosters = members(count)
    rounds = [15 + number for number in range(count)]
    merged = merge_boosters(boosters, rounds)
    rows = make_clients(300, seed=9)[0]
    rows[0] = np.nan
    for kind in ({'raw_score': True}, {'pred_contrib': True}):
        difference = merged.predict(rows, **kind) - mean(boosters, rounds, rows, **kind)
        assert np.abs(difference).max() <= 1e-12
    assert merged.num_trees() == sum(rounds)


def test_the_merged_model_can_be_written_and_read_again():
    merged = merge_boosters(members(3), [10, 10, 10])
    again = lightgbm.Booster(model_str=merged.model_to_string())
    rows = make_clients(300, seed=9)[0]
    assert np.array_equal(merged.predict(rows), again.predict(rows))
    dumped = merged.dump_model()['tree_info']
    assert [tree['tree_index'] for tree in dumped] == list(range(30))
    assert all(tree['tree_structure']['internal_count'] == 400 for tree in dumped)


def test_float32_adds_a_large_committee_well_within_what_serving_allows():
    features, target = make_clients(2000)
    settings = {'min_child_samples': 20, 'reg_lambda': 5.0, 'colsample_bytree': 0.5, 'patience': 1000}
    model = BoostedTrees(**settings, learning_rate=0.02, max_rounds=300).fit(features, target)
    session = onnxruntime.InferenceSession(
        export_onnx(model.booster_, Calibrator('none')), providers=['CPUExecutionProvider']
    )
    found = session.run(['raw_score'], {'features': features})[0][:, 0]
    assert model.booster_.num_trees() > 1000
    assert np.abs(found - model.decision_function(features)).max() <= 3e-6
