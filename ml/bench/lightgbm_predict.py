"""Time LightGBM's own `predict` on every client of a store, one thread: the peer of `npm run bench -- score`.

The champion's trees are rebuilt in LightGBM by training on the store's rows with the champion's number of trees and
leaves, because a bundle holds ONNX alone: what a prediction costs depends on the shape of the forest, not its leaves.

Usage: python lightgbm_predict.py DATA_DIR BUNDLE_DIR ROUNDS
"""

import json
import sqlite3
import sys
import time
from pathlib import Path

import lightgbm
import numpy as np
import onnx

data_dir, bundle_dir, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
manifest = json.loads((bundle_dir / 'manifest.json').read_text())

connection = sqlite3.connect(f'file:{data_dir / "store.sqlite"}?mode=ro', uri=True)
positions = dict(connection.execute('select name, position from features'))
blobs = [
    row[0] for row in connection.execute('select feature_values from client_features order by client_id')
]
targets = [row[0] for row in connection.execute('select target from clients order by client_id')]
rows = np.frombuffer(b''.join(blobs), dtype='<f4').reshape(len(blobs), -1)
# What the model computes itself stands in columns of its own, behind the stored features.
own = [
    np.frombuffer(data, dtype='<f4')
    for (data,) in connection.execute(
        "select data from client_columns join features on client_columns.name = 'feature:' || features.name "
        'where computed_by_model order by position'
    )
]
rows = np.column_stack([rows, *own])
rows = np.ascontiguousarray(rows[:, [positions[name] for name in manifest['features']]])

ensembles = [
    {attribute.name: attribute for attribute in node.attribute}
    for node in onnx.load(bundle_dir / 'model.onnx').graph.node
    if node.op_type.startswith('TreeEnsemble')
]
forest = max(ensembles, key=lambda attributes: len(attributes['nodes_treeids'].ints))
tree_count = len(set(forest['nodes_treeids'].ints))
leaf_count = sum(mode == b'LEAF' for mode in forest['nodes_modes'].strings)

labelled = np.array([target is not None for target in targets])
booster = lightgbm.train(
    {
        'objective': 'binary',
        'num_leaves': max(2, round(leaf_count / tree_count)),
        'learning_rate': 0.03,
        'num_threads': 1,
        'verbose': -1,
    },
    lightgbm.Dataset(rows[labelled], label=np.array([t for t in targets if t is not None])),
    num_boost_round=tree_count,
)
durations = []
for _ in range(rounds):
    start = time.perf_counter()
    booster.predict(rows, num_threads=1)
    durations.append((time.perf_counter() - start) * 1000)
print(json.dumps({'medianMs': float(np.median(durations)), 'trees': tree_count, 'leaves': leaf_count}))
