"""Which features the model leans on, over all clients."""

from typing import Any

import numpy as np

CLIENTS_EXPLAINED = 2_000


def used_features(booster: Any, names: tuple[str, ...]) -> list[str]:
    """List the features that some tree splits on, in the model's order.

    Parameters
    ----------
    booster : lightgbm.Booster
        A trained model.
    names : tuple of str
        Its features.

    Returns
    -------
    list of str
        Those with a gain above zero.
    """
    gains = booster.feature_importance('gain')
    return [name for name, gain in zip(names, gains, strict=True) if gain > 0]


def global_importance(
    booster: Any, features: np.ndarray, names: tuple[str, ...], seed: int
) -> dict[str, Any]:
    """Rank the features by mean absolute contribution.

    Parameters
    ----------
    booster : lightgbm.Booster
        The model.
    features : numpy.ndarray
        float32 [clients, features]; a seeded sample of at most 2,000 is explained.
    names : tuple of str
        The features' names.
    seed : int
        Seed of the sample.

    Returns
    -------
    dict
        ``importance.json``: share of gain and mean absolute contribution (log-odds) by feature, the largest first.
    """
    size = min(CLIENTS_EXPLAINED, len(features))
    rows = np.sort(np.random.default_rng(seed).choice(len(features), size=size, replace=False))
    contributions = booster.predict(features[rows], pred_contrib=True, num_threads=1)[:, :-1]
    mean_absolute = np.abs(contributions).mean(axis=0)
    gains = booster.feature_importance('gain')
    shares = gains / max(gains.sum(), 1e-300)
    order = sorted(range(len(names)), key=lambda index: (-mean_absolute[index], names[index]))
    return {
        'formatVersion': 1,
        'clientsExplained': size,
        'features': [
            {
                'feature': names[index],
                'meanAbsoluteContributionLogOdds': float(f'{mean_absolute[index]:.8g}'),
                'gainShare': float(f'{shares[index]:.8g}'),
            }
            for index in order
        ],
    }
