"""Golden cases: rows with LightGBM's own answers, which every other engine must repeat.

No row is a real client: each is put together from values of different clients, or made up.
"""

from typing import Any

import numpy as np

from credit_model.calibrate import Calibrator
from credit_model.tree_tables import BRANCH, build_tree_tables

COMPOSITES, BLOCKS, ON_THRESHOLD, PAST_THRESHOLD = 24, 16, 16, 8
EXTREMES = (0.0, -1.0, 1.0, 1e30, -1e30)


def golden_rows(booster: Any, features: np.ndarray, seed: int) -> dict[str, np.ndarray]:
    """Put together the rows on which engines are most likely to differ.

    Parameters
    ----------
    booster : lightgbm.Booster
        The model; its thresholds are hit exactly.
    features : numpy.ndarray
        float32 [clients, features] to draw plausible values from.
    seed : int
        The same seed gives the same rows.

    Returns
    -------
    dict
        Name of the case → float32 [features].
    """
    generator = np.random.default_rng(seed)
    width = features.shape[1]

    def composite() -> np.ndarray:
        return features[generator.integers(0, len(features), width), np.arange(width)].copy()

    rows = {f'composite-{index}': composite() for index in range(COMPOSITES)}
    rows['all-missing'] = np.full(width, np.nan, dtype=np.float32)
    rows['all-lowest'] = np.nanmin(features, axis=0)
    rows['all-highest'] = np.nanmax(features, axis=0)
    for extreme in EXTREMES:
        rows[f'all-at-{extreme:g}'] = np.full(width, extreme, dtype=np.float32)
    for index, block in enumerate(np.array_split(generator.permutation(width), BLOCKS)):
        row = composite()
        row[block] = np.nan
        rows[f'missing-block-{index}'] = row
    thresholds = _thresholds_by_feature(booster)
    for index in range(ON_THRESHOLD):
        rows[f'on-threshold-{index}'] = _on_thresholds(composite(), thresholds, generator)
    for index in range(PAST_THRESHOLD):
        row = _on_thresholds(composite(), thresholds, generator)
        # A split of known from unknown values has the largest float32 as threshold: nothing finite lies past it.
        past = np.nextafter(row, np.finfo(np.float32).max, dtype=np.float32)
        rows[f'past-threshold-{index}'] = past
    return rows


def build_golden_cases(
    booster: Any, calibrator: Calibrator, features: np.ndarray, names: tuple[str, ...], seed: int
) -> dict[str, Any]:
    """Answer the golden rows with LightGBM itself.

    Parameters
    ----------
    booster : lightgbm.Booster
        The model.
    calibrator : Calibrator
        Its calibration, in doubles.
    features : numpy.ndarray
        float32 [clients, features] to draw values from.
    names : tuple of str
        The features' names.
    seed : int
        Seed of the rows.

    Returns
    -------
    dict
        ``golden.json``: ``features`` (null for unknown, float32 in its shortest digits), ``rawScoreLogOdds``,
        ``probabilityOfDefault`` and ``contributionsLogOdds`` (LightGBM's ``pred_contrib``) of each case, and the
        ``baseValueLogOdds`` that they add to.
    """
    rows = golden_rows(booster, features, seed)
    matrix = np.vstack(list(rows.values())).astype(np.float32)
    raw = booster.predict(matrix, raw_score=True, num_threads=1)
    contributions = booster.predict(matrix, pred_contrib=True, num_threads=1)
    probability = calibrator.probability(raw)
    return {
        'formatVersion': 1,
        'features': list(names),
        'baseValueLogOdds': float(contributions[0, -1]),
        'cases': [
            {
                'name': name,
                'features': [None if np.isnan(value) else float(str(value)) for value in matrix[index]],
                'rawScoreLogOdds': float(raw[index]),
                'probabilityOfDefault': float(probability[index]),
                'contributionsLogOdds': [float(f'{value:.10g}') for value in contributions[index, :-1]],
            }
            for index, name in enumerate(rows)
        ],
    }


def golden_matrix(golden: dict[str, Any]) -> np.ndarray:
    """Read the rows of ``golden.json`` back.

    Parameters
    ----------
    golden : dict
        The parsed file.

    Returns
    -------
    numpy.ndarray
        float32 [cases, features], NaN where unknown.
    """
    return np.array(
        [[np.nan if value is None else value for value in case['features']] for case in golden['cases']],
        dtype=np.float32,
    )


def _thresholds_by_feature(booster: Any) -> dict[int, list[float]]:
    tables = build_tree_tables(booster.dump_model())
    found: dict[int, set[float]] = {}
    for feature, threshold, mode in zip(tables.feature_ids, tables.thresholds, tables.modes, strict=True):
        if mode == BRANCH:
            found.setdefault(feature, set()).add(threshold)
    return {feature: sorted(values) for feature, values in found.items()}


def _on_thresholds(
    row: np.ndarray, thresholds: dict[int, list[float]], generator: np.random.Generator
) -> np.ndarray:
    for feature in sorted(thresholds):
        row[feature] = generator.choice(thresholds[feature])
    return row
