"""LightGBM's trees as flat tables, ready for ONNX.

Thresholds are doubles in LightGBM and float32 in ONNX. Rounded to nearest, some would move past the very float32
value they should include; floored, every float32 row takes the branch that LightGBM takes.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

LEAF, BRANCH = 'LEAF', 'BRANCH_LEQ'


@dataclass
class TreeTables:
    """Nodes and leaves of a forest, one entry a node, trees one after another.

    Attributes
    ----------
    tree_ids, node_ids, feature_ids, true_ids, false_ids : list of int
        Position of each node, the feature it reads, and the nodes it leads to.
    thresholds : list of float
        Floored to float32; 0 at leaves.
    modes : list of str
        ``BRANCH_LEQ`` or ``LEAF``.
    missing_tracks_true : list of int
        1 where an unknown value goes the way of the true branch.
    covers : list of float
        How many training clients passed the node.
    leaf_tree_ids, leaf_node_ids : list of int
        Which nodes are leaves.
    leaf_values : list of float
        Their log-odds.
    """

    tree_ids: list[int] = field(default_factory=list)
    node_ids: list[int] = field(default_factory=list)
    feature_ids: list[int] = field(default_factory=list)
    true_ids: list[int] = field(default_factory=list)
    false_ids: list[int] = field(default_factory=list)
    thresholds: list[float] = field(default_factory=list)
    modes: list[str] = field(default_factory=list)
    missing_tracks_true: list[int] = field(default_factory=list)
    covers: list[float] = field(default_factory=list)
    leaf_tree_ids: list[int] = field(default_factory=list)
    leaf_node_ids: list[int] = field(default_factory=list)
    leaf_values: list[float] = field(default_factory=list)


def floor_float32(value: float) -> float:
    """Round down to the nearest float32.

    Parameters
    ----------
    value : float
        Any double.

    Returns
    -------
    float
        The largest float32 that is not above it.
    """
    with np.errstate(over='ignore'):
        nearest = np.float32(value)
    # As a plain float: numpy would otherwise compare in float32, where the two are equal.
    if float(nearest) <= value:
        return float(nearest)
    return float(np.nextafter(nearest, np.float32(-np.inf)))


def build_tree_tables(dumped: dict[str, Any]) -> TreeTables:
    """Walk what LightGBM's ``dump_model()`` gives.

    Parameters
    ----------
    dumped : dict
        The model as LightGBM dumps it, numeric splits only.

    Returns
    -------
    TreeTables
        The same trees, in the same order.

    Raises
    ------
    ValueError
        A split by category, or zeros taken as missing: ONNX can't say either exactly.
    """
    tables = TreeTables()
    for tree_id, tree in enumerate(dumped['tree_info']):
        _add_tree(tables, tree_id, tree['tree_structure'])
    return tables


def _add_tree(tables: TreeTables, tree_id: int, root: dict[str, Any]) -> None:
    waiting: list[tuple[dict[str, Any], int]] = [(root, 0)]
    next_id = 1
    while waiting:
        node, node_id = waiting.pop()
        tables.tree_ids.append(tree_id)
        tables.node_ids.append(node_id)
        if 'split_index' not in node:
            _add_leaf(tables, tree_id, node_id, node)
            continue
        _add_split(tables, node, true_id=next_id, false_id=next_id + 1)
        waiting += [(node['right_child'], next_id + 1), (node['left_child'], next_id)]
        next_id += 2


def _add_leaf(tables: TreeTables, tree_id: int, node_id: int, node: dict[str, Any]) -> None:
    tables.feature_ids.append(0)
    tables.true_ids.append(0)
    tables.false_ids.append(0)
    tables.thresholds.append(0.0)
    tables.modes.append(LEAF)
    tables.missing_tracks_true.append(0)
    tables.covers.append(float(node.get('leaf_count', 0)))
    tables.leaf_tree_ids.append(tree_id)
    tables.leaf_node_ids.append(node_id)
    tables.leaf_values.append(float(node['leaf_value']))


def _add_split(tables: TreeTables, node: dict[str, Any], true_id: int, false_id: int) -> None:
    if node['decision_type'] != '<=':
        raise ValueError(f"found a split by '{node['decision_type']}'; expected numeric splits ('<=') only")
    threshold = float(node['threshold'])
    tables.feature_ids.append(int(node['split_feature']))
    tables.true_ids.append(true_id)
    tables.false_ids.append(false_id)
    tables.thresholds.append(floor_float32(threshold))
    tables.modes.append(BRANCH)
    tables.missing_tracks_true.append(int(_missing_goes_left(node, threshold)))
    tables.covers.append(float(node['internal_count']))


def _missing_goes_left(node: dict[str, Any], threshold: float) -> bool:
    missing_type = node['missing_type']
    if missing_type == 'NaN':
        return bool(node['default_left'])
    if missing_type == 'None':
        # A feature never missing in training: LightGBM reads a missing value as zero.
        return threshold >= 0.0
    raise ValueError(f"found the missing type '{missing_type}'; train without zero_as_missing")
