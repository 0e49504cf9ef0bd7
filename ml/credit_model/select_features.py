"""Which of the candidate features a model is given: those that gain, and gain again on other clients."""

from itertools import combinations

import joblib
import lightgbm
import numpy as np

from credit_model.boosted_trees import histogram_layout
from credit_model.progress import Progress

LARGEST_SELECTION = 300
ROUNDS = 200
PARAMETERS = {
    'objective': 'binary',
    'max_depth': 3,
    'num_leaves': 8,
    'learning_rate': 0.05,
    'min_child_samples': 50,
    'reg_lambda': 20.0,
    'colsample_bytree': 0.2,
    'deterministic': True,
    'num_threads': 1,
    'verbose': -1,
}
RULE = (
    'A shallow forest is trained on the clients that a model learns from without one of their folds, once for each '
    f'fold; of the features that some forest gains from, the {LARGEST_SELECTION} with the largest median share of the '
    'gain are kept, so that no single fold decides; the final model keeps what its trees split on.'
)


def measure_gains(
    features: np.ndarray, target: np.ndarray, fold_of: np.ndarray, seed: int, workers: int
) -> dict[frozenset[int], np.ndarray]:
    """Train a small forest on every union of folds that `select_features` can ask for.

    Parameters
    ----------
    features, target, fold_of : numpy.ndarray
        float32 [clients, features], 0/1 [clients] and the fold of each client.
    seed : int
        Seed of all randomness.
    workers : int
        Threads.

    Returns
    -------
    dict
        Folds, all but one to three → each feature's share of the gain in a forest that saw their clients alone.
    """
    folds = range(int(fold_of.max()) + 1)
    left_out = [absent for size in (1, 2, 3) for absent in combinations(folds, size) if size < len(folds)]
    unions = [frozenset(folds) - set(absent) for absent in left_out]
    progress = Progress('Selecting features', len(unions))
    # Binning looks at no outcome: one serves all.
    parameters = {**PARAMETERS, **histogram_layout(features.shape[1]), 'seed': seed}
    everyone = lightgbm.Dataset(features, label=target, params=parameters, free_raw_data=False).construct()

    def gains_in(union: frozenset[int]) -> np.ndarray:
        data = everyone.subset(np.flatnonzero(np.isin(fold_of, sorted(union))))
        forest = lightgbm.train(parameters, data, num_boost_round=ROUNDS)
        gains = forest.feature_importance('gain')
        progress.advance()
        return gains / max(gains.sum(), np.finfo(float).tiny)

    found = joblib.Parallel(n_jobs=workers, backend='threading')(
        joblib.delayed(gains_in)(union) for union in unions
    )
    return dict(zip(unions, found, strict=True))


def select_features(gains: dict[frozenset[int], np.ndarray], folds: frozenset[int]) -> np.ndarray:
    """Select the features that a model learns from.

    Parameters
    ----------
    gains : dict
        Folds → shares of the gain, as `measure_gains` gives them.
    folds : frozenset of int
        What the model learns from; no forest that saw another fold is asked.

    Returns
    -------
    numpy.ndarray
        Ascending positions, at most 300; see `RULE`. All features where none gains.
    """
    shares = np.vstack([gains[folds - {fold} or folds] for fold in sorted(folds)])
    gaining = np.flatnonzero(shares.any(axis=0))
    if len(gaining) == 0:
        return np.arange(shares.shape[1])
    medians, means = np.median(shares, axis=0), shares.mean(axis=0)
    # Ties go to the larger mean, then to the feature that comes first: the selection is the same everywhere.
    ranked = gaining[np.lexsort((gaining, -means[gaining], -medians[gaining]))]
    return np.sort(ranked[:LARGEST_SELECTION])
