"""The model as one ONNX graph: features → raw score → calibrated probability."""

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from credit_model.calibrate import Calibrator
from credit_model.tree_tables import TreeTables, build_tree_tables

INPUT = 'features'
RAW_SCORE = 'raw_score'
PROBABILITY = 'probability_of_default'
OPSETS = (('', 17), ('ai.onnx.ml', 3))
IR_VERSION = 9


def export_onnx(booster: Any, calibrator: Calibrator) -> bytes:
    """Write a LightGBM booster and its calibration as ONNX.

    Parameters
    ----------
    booster : lightgbm.Booster
        Binary objective, numeric splits, trained on float32 features.
    calibrator : Calibrator
        Applied to the raw score inside the graph.

    Returns
    -------
    bytes
        A model with the input ``features`` float32 [clients, features] and the outputs ``raw_score`` and
        ``probability_of_default``, both float32 [clients, 1]. Covers stand in ``nodes_hitrates``. The same booster
        gives the same bytes.
    """
    dumped = booster.dump_model()
    feature_count = int(dumped['max_feature_idx']) + 1
    nodes, initializers = _calibration_graph(calibrator)
    graph = helper.make_graph(
        [_tree_node(build_tree_tables(dumped)), *nodes],
        'credit_model',
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ['clients', feature_count])],
        [
            helper.make_tensor_value_info(RAW_SCORE, TensorProto.FLOAT, ['clients', 1]),
            helper.make_tensor_value_info(PROBABILITY, TensorProto.FLOAT, ['clients', 1]),
        ],
        initializers,
    )
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid(domain, version) for domain, version in OPSETS],
        ir_version=IR_VERSION,
        producer_name='credit_model',
    )
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def _tree_node(tables: TreeTables) -> onnx.NodeProto:
    return helper.make_node(
        'TreeEnsembleRegressor',
        [INPUT],
        [RAW_SCORE],
        domain='ai.onnx.ml',
        n_targets=1,
        aggregate_function='SUM',
        post_transform='NONE',
        nodes_treeids=tables.tree_ids,
        nodes_nodeids=tables.node_ids,
        nodes_featureids=tables.feature_ids,
        nodes_modes=tables.modes,
        nodes_values=tables.thresholds,
        nodes_truenodeids=tables.true_ids,
        nodes_falsenodeids=tables.false_ids,
        nodes_missing_value_tracks_true=tables.missing_tracks_true,
        nodes_hitrates=tables.covers,
        target_treeids=tables.leaf_tree_ids,
        target_nodeids=tables.leaf_node_ids,
        target_ids=[0] * len(tables.leaf_tree_ids),
        target_weights=tables.leaf_values,
    )


def _calibration_graph(calibrator: Calibrator) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    if calibrator.method == 'none':
        return [helper.make_node('Sigmoid', [RAW_SCORE], [PROBABILITY])], []
    if calibrator.method == 'sigmoid':
        nodes = [
            helper.make_node('Mul', [RAW_SCORE, 'slope'], ['sloped']),
            helper.make_node('Add', ['sloped', 'intercept'], ['calibrated_score']),
            helper.make_node('Sigmoid', ['calibrated_score'], [PROBABILITY]),
        ]
        return nodes, [_tensor('slope', [calibrator.slope]), _tensor('intercept', [calibrator.intercept])]
    return _isotonic_graph(calibrator)


def _isotonic_graph(calibrator: Calibrator) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """Straight lines between knots, as the sum of one clipped ramp a segment: every step stays within [0, 1]."""
    if len(calibrator.knots) < 2:
        level = [[float(calibrator.levels[0])]]
        nodes = [
            helper.make_node('Mul', [RAW_SCORE, 'zero'], ['nothing']),
            helper.make_node('Add', ['nothing', 'lowest_level'], [PROBABILITY]),
        ]
        return nodes, [_tensor('zero', [[0.0]]), _tensor('lowest_level', level)]
    nodes = [
        helper.make_node('Sub', [RAW_SCORE, 'knots'], ['past_knot']),
        helper.make_node('Div', ['past_knot', 'gaps'], ['ramp']),
        helper.make_node('Clip', ['ramp', 'zero', 'one'], ['share_of_segment']),
        helper.make_node('MatMul', ['share_of_segment', 'rises'], ['risen']),
        helper.make_node('Add', ['risen', 'lowest_level'], [PROBABILITY]),
    ]
    return nodes, [
        _tensor('knots', [calibrator.knots[:-1]]),
        _tensor('gaps', [np.diff(calibrator.knots)]),
        _tensor('rises', np.diff(calibrator.levels)[:, None]),
        _tensor('lowest_level', [[calibrator.levels[0]]]),
        _tensor('zero', 0.0),
        _tensor('one', 1.0),
    ]


def _tensor(name: str, values: Any) -> onnx.TensorProto:
    return numpy_helper.from_array(np.asarray(values, dtype=np.float32), name)
