"""The curves of the model page, each thinned to what a screen can show. All thresholds lie within [0, 1]."""

import numpy as np

CURVE_POINTS = 201
CLIENT_QUANTILES = 200
DEFAULT_QUANTILES = 80
COST_RATIOS = range(1, 51)
DIGITS = 6


def roc_curve(target: np.ndarray, probability: np.ndarray) -> list[dict[str, float]]:
    """Trace true against false positive rate, the strictest threshold first.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and probability of default [clients], both outcomes present.

    Returns
    -------
    list of dict
        ``threshold``, ``falsePositiveRate`` and ``truePositiveRate`` of at most 201 points, evenly spaced along the
        curve, from (0, 0) to (1, 1).
    """
    thresholds, caught, refused_good = _cuts(target, probability)
    true_rate, false_rate = caught / caught[-1], refused_good / refused_good[-1]
    kept = _evenly(true_rate + false_rate)
    return [
        {
            'threshold': float(thresholds[cut]),
            'falsePositiveRate': float(false_rate[cut]),
            'truePositiveRate': float(true_rate[cut]),
        }
        for cut in kept
    ]


def precision_recall_curve(target: np.ndarray, probability: np.ndarray) -> list[dict[str, float]]:
    """Trace precision against recall, the strictest threshold first.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and probability of default [clients], both outcomes present.

    Returns
    -------
    list of dict
        ``threshold``, ``recall`` and ``precision`` of at most 201 points, evenly spaced in recall. The first point is
        the first cut that refuses anyone: before it there is no precision.
    """
    thresholds, caught, refused_good = (values[1:] for values in _cuts(target, probability))
    recall, precision = caught / caught[-1], caught / (caught + refused_good)
    kept = _evenly(recall)
    return [
        {
            'threshold': float(thresholds[cut]),
            'recall': float(recall[cut]),
            'precision': float(precision[cut]),
        }
        for cut in kept
    ]


def confusion_by_threshold(
    target: np.ndarray, probability: np.ndarray, served: float
) -> list[dict[str, float]]:
    """Count decisions at enough thresholds to redraw cost and confusion for any cost ratio.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and probability of default [clients].
    served : float
        The threshold that is served; one of the points is exactly it.

    Returns
    -------
    list of dict
        ``threshold`` and the four counts, ascending: quantiles of the clients and of those in default, the point of
        indifference of every cost ratio from 1:1 to 50:1, 0 and 1. A client at a threshold or above is refused.
    """
    quantiles = [
        *np.quantile(probability, np.linspace(0, 1, CLIENT_QUANTILES)),
        *np.quantile(probability[target == 1], np.linspace(0, 1, DEFAULT_QUANTILES)),
        *[1 / (1 + ratio) for ratio in COST_RATIOS],
    ]
    thresholds = sorted({0.0, 1.0, served, *(round(float(value), DIGITS) for value in quantiles)})
    bad = np.sort(probability[target == 1])
    good = np.sort(probability[target == 0])
    return [
        {
            'threshold': threshold,
            'truePositives': len(bad) - missed,
            'falsePositives': len(good) - granted,
            'trueNegatives': granted,
            'falseNegatives': missed,
        }
        for threshold, missed, granted in zip(
            thresholds,
            np.searchsorted(bad, thresholds).tolist(),
            np.searchsorted(good, thresholds).tolist(),
            strict=True,
        )
    ]


def _cuts(target: np.ndarray, probability: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every distinct threshold, falling, with the defaults and the good clients refused at it; none at the first."""
    order = np.argsort(-probability, kind='stable')
    falling = probability[order]
    ends = np.append(np.flatnonzero(np.diff(falling)), len(falling) - 1)
    caught = np.cumsum(target[order] == 1)[ends]
    return (
        np.concatenate([[1.0], falling[ends]]),
        np.concatenate([[0], caught]),
        np.concatenate([[0], ends + 1 - caught]),
    )


def _evenly(rising: np.ndarray) -> np.ndarray:
    """Positions of at most 201 values that lie evenly between the first and the last."""
    wanted = np.linspace(rising[0], rising[-1], CURVE_POINTS - 1)
    # Where the curve ends flat, its last cut is no step of its own.
    return np.unique(np.append(np.searchsorted(rising, wanted), len(rising) - 1))
