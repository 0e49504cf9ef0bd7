"""Answers to the rarity of defaults. They change what a model is trained on, never what judges or stops it."""

import numpy as np
from imblearn.over_sampling import SMOTE

IMBALANCE_ANSWERS = ('none', 'class_weight', 'undersampling', 'smote')
GOOD_CLIENTS_PER_DEFAULT = 3
SMOTE_NEIGHBOURS = 5


def default_weight(imbalance: str, target: np.ndarray) -> float:
    """How much more a default counts after rebalancing than before, against a good client.

    Parameters
    ----------
    imbalance : {'none', 'class_weight', 'undersampling', 'smote'}
        Weights that even out both classes; three good clients drawn for each default; defaults made up between
        neighbouring ones until there is one for three good clients; or nothing.
    target : numpy.ndarray
        0 or 1 [clients].

    Returns
    -------
    float
        1 or more. Genuine clients weighted so are balanced as the training data is.

    Raises
    ------
    ValueError
        An answer that there isn't.
    """
    if imbalance not in IMBALANCE_ANSWERS:
        raise ValueError(f'imbalance is {imbalance!r}; expected one of {", ".join(IMBALANCE_ANSWERS)}')
    defaults = max(int((target == 1).sum()), 1)
    good_per_default = (len(target) - defaults) / defaults
    if imbalance == 'none':
        return 1.0
    if imbalance == 'class_weight':
        return max(good_per_default, 1.0)
    return max(good_per_default / GOOD_CLIENTS_PER_DEFAULT, 1.0)


def undersample(rows: np.ndarray, target: np.ndarray, seed: int) -> np.ndarray:
    """Draw three good clients for each default.

    Parameters
    ----------
    rows : numpy.ndarray
        int [drawn from]: positions of clients.
    target : numpy.ndarray
        0 or 1 of all clients.
    seed : int
        The same seed draws the same clients.

    Returns
    -------
    numpy.ndarray
        Ascending positions: every default of ``rows`` and the good clients drawn.
    """
    good, defaults = rows[target[rows] == 0], rows[target[rows] == 1]
    size = min(len(good), GOOD_CLIENTS_PER_DEFAULT * len(defaults))
    drawn = np.random.default_rng(seed).choice(good, size=size, replace=False)
    return np.sort(np.concatenate([defaults, drawn]))


def oversample(features: np.ndarray, target: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Make up defaults by SMOTE, between a default and one of its nearest.

    Parameters
    ----------
    features : numpy.ndarray
        float32 [clients, features], none unknown.
    target : numpy.ndarray
        0 or 1 [clients].
    seed : int
        The same seed makes up the same clients.

    Returns
    -------
    features, target : numpy.ndarray
        The clients and, after them, those made up, until there is one default for three good clients.
    """
    defaults = int((target == 1).sum())
    neighbours = min(SMOTE_NEIGHBOURS, defaults - 1)
    if neighbours < 1 or default_weight('smote', target) <= 1.0:
        return features, target
    smote = SMOTE(sampling_strategy=1 / GOOD_CLIENTS_PER_DEFAULT, k_neighbors=neighbours, random_state=seed)
    return smote.fit_resample(features, target)
