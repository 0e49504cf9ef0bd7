"""ONNX answers as LightGBM does, wherever a row may lie."""

import lightgbm
import numpy as np
import onnxruntime
import pytest
from conftest import make_clients

from credit_model.calibrate import METHODS, fit_calibrator
from credit_model.export import export_onnx
from credit_model.golden import golden_rows
from credit_model.tree_tables import build_tree_tables, floor_float32

TOLERANCE = 1e-5


def train(features, target, seed=3, rounds=60, **parameters):
    settings = {'objective': 'binary', 'verbose': -1, 'seed': seed, 'num_threads': 1, 'min_child_samples': 5}
    return lightgbm.train(
        settings | parameters, lightgbm.Dataset(features, label=target), num_boost_round=rounds
    )


def answer(model: bytes, rows):
    session = onnxruntime.InferenceSession(model, providers=['CPUExecutionProvider'])
    raw, probability = session.run(['raw_score', 'probability_of_default'], {'features': rows})
    assert raw.shape == probability.shape == (len(rows), 1)
    assert raw.dtype == probability.dtype == np.float32
    return raw[:, 0].astype(float), probability[:, 0].astype(float)


@pytest.mark.parametrize('method', METHODS)
@pytest.mark.parametrize(
    'parameters', [{'max_depth': 3, 'num_leaves': 8}, {'num_leaves': 31}, {'num_leaves': 2}]
)
@pytest.mark.parametrize('seed', [0, 1])
def test_onnx_repeats_lightgbm_on_every_kind_of_row(method, parameters, seed):
    features, target = make_clients(800, seed)
    features[:, 3] = np.round(features[:, 3])  # Zeros and ties.
    booster = train(features, target, seed, **parameters)
    calibrator = fit_calibrator(method, booster.predict(features, raw_score=True), target)
    rows = np.vstack([features, *golden_rows(booster, features, seed).values()]).astype(np.float32)
    raw, probability = answer(export_onnx(booster, calibrator), rows)
    expected = booster.predict(rows, raw_score=True)
    assert np.abs(raw - expected).max() <= TOLERANCE
    assert np.abs(probability - calibrator.probability(expected)).max() <= TOLERANCE


def test_a_value_on_a_threshold_and_its_next_float32_take_lightgbms_branches():
    features, target = make_clients(800)
    booster = train(features, target, rounds=30)
    tables = build_tree_tables(booster.dump_model())
    rows = []
    for feature, threshold, mode in zip(tables.feature_ids, tables.thresholds, tables.modes, strict=True):
        if mode == 'LEAF':
            continue
        for value in (threshold, np.nextafter(np.float32(threshold), np.finfo(np.float32).max)):
            row = features[0].copy()
            row[feature] = value
            rows.append(row)
    raw, _ = answer(
        export_onnx(booster, fit_calibrator('none', raw_scores(booster, features), target)), np.array(rows)
    )
    assert np.abs(raw - raw_scores(booster, np.array(rows))).max() <= TOLERANCE


def raw_scores(booster, rows):
    return booster.predict(rows, raw_score=True)


def test_a_feature_never_missing_in_training_reads_a_missing_value_as_lightgbm_does():
    generator = np.random.default_rng(5)
    features = generator.normal(size=(600, 3)).astype(np.float32)
    target = (features[:, 0] + generator.normal(size=600) > 0).astype(int)
    booster = train(features, target)
    rows = np.full((1, 3), np.nan, dtype=np.float32)
    raw, _ = answer(export_onnx(booster, fit_calibrator('none', raw_scores(booster, features), target)), rows)
    assert abs(raw[0] - raw_scores(booster, rows)[0]) <= TOLERANCE


def test_a_forest_that_found_nothing_to_split_answers_the_default_rate():
    features = np.zeros((200, 2), dtype=np.float32)
    target = np.repeat([0, 1], [180, 20])
    booster = train(features, target, rounds=1)
    calibrator = fit_calibrator('none', raw_scores(booster, features), target)
    _, probability = answer(export_onnx(booster, calibrator), features[:1])
    assert probability[0] == pytest.approx(0.1, abs=1e-6)


def test_covers_are_the_training_clients_of_each_node():
    features, target = make_clients(500)
    tables = build_tree_tables(train(features, target, rounds=5).dump_model())
    roots = [cover for cover, node in zip(tables.covers, tables.node_ids, strict=True) if node == 0]
    assert roots == [500.0] * 5


def test_splits_that_onnx_cannot_say_are_refused():
    features, target = make_clients(500)
    generator = np.random.default_rng(0)
    features[generator.random(features.shape) < 0.4] = 0
    with pytest.raises(ValueError, match='zero_as_missing'):
        build_tree_tables(train(features, target, zero_as_missing=True).dump_model())
    kinds = generator.integers(0, 6, (500, 1)).astype(np.float32)
    data = lightgbm.Dataset(kinds, label=np.isin(kinds[:, 0], [1, 4]).astype(int), categorical_feature=[0])
    with pytest.raises(ValueError, match='numeric splits'):
        build_tree_tables(
            lightgbm.train(
                {'objective': 'binary', 'verbose': -1, 'min_data_per_group': 5}, data, 3
            ).dump_model()
        )


@pytest.mark.parametrize('value', [0.1, -0.1, 0.82398465275764476, 1e-35, -1e300, 1e300, 4.5, 0.0])
def test_a_threshold_is_floored_to_the_largest_float32_not_above_it(value):
    floored = floor_float32(value)
    assert floored <= value
    assert float(np.float32(floored)) == floored
    if abs(value) < 1e38:
        assert float(np.nextafter(np.float32(floored), np.float32(np.inf))) > value
