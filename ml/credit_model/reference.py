"""What the training clients looked like, small enough to travel with the model."""

from typing import Any

import numpy as np

QUANTILES = (0.0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0)
FEW_DISTINCT = 20


def reference_statistics(
    features: np.ndarray, names: tuple[str, ...], probability: np.ndarray
) -> dict[str, Any]:
    """Describe each feature and the prediction over the training clients.

    Parameters
    ----------
    features : numpy.ndarray
        float32 [clients, features].
    names : tuple of str
        Their names.
    probability : numpy.ndarray
        Out-of-fold probability of default [clients].

    Returns
    -------
    dict
        ``reference.json``: for each column its known values' count, mean, standard deviation, quantiles, and a
        histogram by Sturges' rule, or the counts by value where there are at most 20.
    """
    return {
        'formatVersion': 1,
        'clients': len(features),
        'quantiles': list(QUANTILES),
        'features': [{'feature': name, **_describe(features[:, index])} for index, name in enumerate(names)],
        'probabilityOfDefault': _describe(probability),
    }


def _describe(column: np.ndarray) -> dict[str, Any]:
    known = np.sort(column[~np.isnan(column)].astype(float))
    described: dict[str, Any] = {
        'known': len(known),
        'missingShare': _short(1 - len(known) / max(len(column), 1)),
    }
    if len(known) == 0:
        return described
    values, counts = np.unique(known, return_counts=True)
    described |= {
        'distinct': len(values),
        'mean': _short(known.mean()),
        'standardDeviation': _short(known.std()),
        'quantiles': [_short(value) for value in np.quantile(known, QUANTILES)],
    }
    if len(values) <= FEW_DISTINCT:
        described['values'] = [_short(value) for value in values]
        described['counts'] = counts.tolist()
    else:
        bins, edges = np.histogram(known, bins='sturges')
        described['edges'] = [_short(edges[0]), _short(edges[-1])]
        described['counts'] = bins.tolist()
    return described


def _short(value: float) -> float:
    return float(f'{value:.8g}')
