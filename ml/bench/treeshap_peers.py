"""The peers of `npm run bench -- explain`: LightGBM's `pred_contrib` and shap's TreeExplainer, one thread each.

Trains 500 trees of 31 leaves on 120 synthetic features, writes `model.onnx`, `rows.f32` and `contributions.f64`
(LightGBM's own, the base value last) into OUTPUT_DIR, and says {"ready": true}. Then for each line "single FROM TO"
or "batch" it times both peers on those rows, or on all at once, and answers with their milliseconds.

shap hands a LightGBM model over to LightGBM's C code; `shapNative` is its own C code on the same trees.

Usage: python treeshap_peers.py OUTPUT_DIR
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lightgbm
import numpy as np
import shap

sys.path.insert(0, str(Path(__file__).parents[1]))
from credit_model.calibrate import Calibrator
from credit_model.export import export_onnx

CLIENTS, FEATURES, EXPLAINED = 10_000, 120, 1_000


def train() -> tuple[lightgbm.Booster, np.ndarray]:
    generator = np.random.default_rng(7)
    rows = generator.normal(size=(CLIENTS, FEATURES)).astype(np.float32)
    rows[generator.random(rows.shape) < 0.1] = np.nan
    known = np.nan_to_num(rows)
    effects = generator.normal(size=FEATURES) * (generator.random(FEATURES) < 0.5)
    log_odds = known @ effects * 0.3 + known[:, 0] * known[:, 1] + np.abs(known[:, 2]) - 2
    targets = generator.random(CLIENTS) < 1 / (1 + np.exp(-log_odds))
    parameters = {'objective': 'binary', 'num_leaves': 31, 'learning_rate': 0.05, 'num_threads': 1}
    parameters |= {'verbose': -1, 'seed': 7, 'deterministic': True, 'force_row_wise': True}
    booster = lightgbm.train(parameters, lightgbm.Dataset(rows, label=targets), num_boost_round=500)
    return booster, np.ascontiguousarray(rows[:EXPLAINED])


def milliseconds(explain: Callable[[np.ndarray], object], rows: np.ndarray) -> float:
    start = time.perf_counter()
    explain(rows)
    return (time.perf_counter() - start) * 1000


def main(output_dir: Path) -> None:
    booster, rows = train()
    explainer, native = shap.TreeExplainer(booster), shap.TreeExplainer(booster)
    native.model.model_type = 'internal'
    peers = {
        'lightgbm': lambda some: booster.predict(some, pred_contrib=True, num_threads=1),
        'shap': lambda some: explainer.shap_values(some),
        'shapNative': lambda some: native.shap_values(some, check_additivity=False),
    }
    output_dir.joinpath('model.onnx').write_bytes(export_onnx(booster, Calibrator(method='none')))
    output_dir.joinpath('rows.f32').write_bytes(rows.tobytes())
    contributions = np.asarray(peers['lightgbm'](rows), dtype=np.float64)
    output_dir.joinpath('contributions.f64').write_bytes(contributions.tobytes())
    print(json.dumps({'ready': True}), flush=True)
    for line in sys.stdin:
        command, *bounds = line.split()
        blocks = [rows[i : i + 1] for i in range(*map(int, bounds))] if command == 'single' else [rows]
        times = {name: [milliseconds(peer, block) for block in blocks] for name, peer in peers.items()}
        print(json.dumps(times), flush=True)


main(Path(sys.argv[1]))
