"""Which of the candidate features a model is given: those that gain, and gain again on other clients."""

import joblib
import lightgbm
import numpy as np

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
    'force_row_wise': True,
    'num_threads': 1,
    'verbose': -1,
}
RULE = (
    'A shallow forest is trained on each fold alone; a feature is kept when it gains in more than half of the folds '
    f'that a model learns from, and of those the {LARGEST_SELECTION} with the largest mean share of the gain.'
)


def measure_gains(
    features: np.ndarray, target: np.ndarray, fold_of: np.ndarray, seed: int, workers: int
) -> np.ndarray:
    """Train a small forest on each fold alone: as many independent opinions of every feature.

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
    numpy.ndarray
        [folds, features]: each feature's share of the gain in each fold.
    """
    folds = range(int(fold_of.max()) + 1)
    progress = Progress('Selecting features', len(folds))

    def gains_in(fold: int) -> np.ndarray:
        rows = fold_of == fold
        parameters = {**PARAMETERS, 'seed': seed + fold}
        data = lightgbm.Dataset(features[rows], label=target[rows], params=parameters)
        gains = lightgbm.train(parameters, data, num_boost_round=ROUNDS).feature_importance('gain')
        progress.advance()
        return gains / max(gains.sum(), np.finfo(float).tiny)

    return np.vstack(
        joblib.Parallel(n_jobs=workers, backend='threading')(joblib.delayed(gains_in)(fold) for fold in folds)
    )


def select_features(gains: np.ndarray) -> np.ndarray:
    """Select the features that a model learns from.

    Parameters
    ----------
    gains : numpy.ndarray
        [folds, features]: shares of the gain in the folds that the model learns from, and in no other.

    Returns
    -------
    numpy.ndarray
        Ascending positions, at most 300; see `RULE`. All features where none is stable.
    """
    stable = np.flatnonzero((gains > 0).sum(axis=0) * 2 > len(gains))
    if len(stable) == 0:
        return np.arange(gains.shape[1])
    # Ties go to the feature that comes first, so that the selection is the same everywhere.
    ranked = stable[np.argsort(-gains[:, stable].mean(axis=0), kind='stable')]
    return np.sort(ranked[:LARGEST_SELECTION])
