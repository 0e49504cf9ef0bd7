"""The folds: one assignment, shared by every candidate, every calibration and every threshold."""

import numpy as np
from sklearn.model_selection import StratifiedKFold

from credit_model.training_error import TrainingError

MINIMUM_PER_FOLD = 10


def assign_folds(target: np.ndarray, folds: int, seed: int) -> np.ndarray:
    """Assign every client to one fold, each fold with the same share of defaults.

    Parameters
    ----------
    target : numpy.ndarray
        0 or 1 [clients].
    folds : int
        How many folds.
    seed : int
        The same seed gives the same folds.

    Returns
    -------
    numpy.ndarray
        int8 [clients]: the fold that judges the client, 0 to ``folds`` − 1.

    Raises
    ------
    TrainingError
        Too few clients of one kind for every fold to hold 10.
    """
    defaults = int((target == 1).sum())
    repaid = int((target == 0).sum())
    needed = folds * MINIMUM_PER_FOLD
    if min(defaults, repaid) < needed:
        raise TrainingError(
            f'found {defaults} clients in default and {repaid} who repaid; expected at least {needed} of each '
            f'({MINIMUM_PER_FOLD} a fold, {folds} folds). Import more clients, or check TARGET'
        )
    fold_of = np.empty(len(target), dtype=np.int8)
    splitter = StratifiedKFold(folds, shuffle=True, random_state=seed)
    for fold, (_, judged) in enumerate(splitter.split(np.zeros(len(target)), target)):
        fold_of[judged] = fold
    return fold_of
