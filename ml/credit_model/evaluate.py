"""Figures by which a candidate is judged, all on probabilities that never saw their own fold."""

import numpy as np
from sklearn.metrics import roc_auc_score

FALSE_NEGATIVE_COST = 10.0
FALSE_POSITIVE_COST = 1.0
CALIBRATION_BINS = 10


def expected_calibration_error(
    target: np.ndarray, probability: np.ndarray, bins: int = CALIBRATION_BINS
) -> float:
    """Mean distance between predicted and observed default rate over bins of equal mass.

    Parameters
    ----------
    target : numpy.ndarray
        0 or 1 [clients].
    probability : numpy.ndarray
        Probability of default [clients].
    bins : int
        How many bins of (nearly) as many clients each.

    Returns
    -------
    float
        The mean over clients of their bin's absolute gap.
    """
    table = calibration_table(target, probability, bins)
    return float(sum(row['clients'] * abs(row['predicted'] - row['observed']) for row in table) / len(target))


def calibration_table(
    target: np.ndarray, probability: np.ndarray, bins: int = CALIBRATION_BINS
) -> list[dict[str, float]]:
    """Predicted and observed default rate by bins of equal mass, the lowest first.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and probability of default [clients].
    bins : int
        How many bins.

    Returns
    -------
    list of dict
        ``clients``, ``predicted`` and ``observed`` of each bin.
    """
    order = np.argsort(probability, kind='stable')
    return [
        {
            'clients': len(part),
            'predicted': float(probability[part].mean()),
            'observed': float(target[part].mean()),
        }
        for part in np.array_split(order, bins)
        if len(part)
    ]


def cost_per_client(target: np.ndarray, refused: np.ndarray) -> float:
    """Business cost of decisions: 10 a missed default, 1 a refused good client, by client.

    Parameters
    ----------
    target : numpy.ndarray
        0 or 1 [clients].
    refused : numpy.ndarray
        bool [clients].

    Returns
    -------
    float
        (10 FN + 1 FP) / clients.
    """
    return float(client_costs(target, refused).mean())


def client_costs(target: np.ndarray, refused: np.ndarray) -> np.ndarray:
    """Cost of each client's decision; see `cost_per_client`.

    Parameters
    ----------
    target : numpy.ndarray
        0 or 1 [clients].
    refused : numpy.ndarray
        bool [clients].

    Returns
    -------
    numpy.ndarray
        float64 [clients].
    """
    missed = (target == 1) & ~refused
    refused_good = (target == 0) & refused
    return FALSE_NEGATIVE_COST * missed + FALSE_POSITIVE_COST * refused_good


def evaluate(
    target: np.ndarray, probability: np.ndarray, refused: np.ndarray, fold_of: np.ndarray, threshold: float
) -> dict[str, float]:
    """Judge out-of-fold probabilities and decisions.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and out-of-fold probability of default [clients].
    refused : numpy.ndarray
        bool [clients]: decisions at a threshold chosen on the other folds.
    fold_of : numpy.ndarray
        The fold of each client.
    threshold : float
        The threshold that the candidate would be served with.

    Returns
    -------
    dict
        The manifest's ``metrics``. ``auc`` is the mean over folds and ``aucFoldDeviation`` its standard deviation;
        the others are over all clients.
    """
    by_fold = [
        float(roc_auc_score(target[fold_of == fold], probability[fold_of == fold]))
        for fold in np.unique(fold_of)
    ]
    return {
        'auc': float(np.mean(by_fold)),
        **_threshold_figures(target, refused),
        'threshold': threshold,
        'brier': float(np.mean((probability - target) ** 2)),
        'ece': expected_calibration_error(target, probability),
        'aucFoldDeviation': float(np.std(by_fold, ddof=1)),
    }


def fold_figures(
    target: np.ndarray, probability: np.ndarray, refused: np.ndarray, fold_of: np.ndarray
) -> dict[str, dict[str, float]]:
    """Judge each fold by itself: how much the figures owe to the fold.

    Parameters
    ----------
    target, probability, refused, fold_of : numpy.ndarray
        As `evaluate` takes them.

    Returns
    -------
    dict
        Figure → ``mean`` and ``deviation`` (n − 1) over the folds.
    """
    folds = [fold_of == fold for fold in np.unique(fold_of)]
    judged = [
        {
            'auc': float(roc_auc_score(target[fold], probability[fold])),
            **_threshold_figures(target[fold], refused[fold]),
            'brier': float(np.mean((probability[fold] - target[fold]) ** 2)),
            'ece': expected_calibration_error(target[fold], probability[fold]),
        }
        for fold in folds
    ]
    return {
        name: {
            'mean': float(np.mean([figures[name] for figures in judged])),
            'deviation': float(np.std([figures[name] for figures in judged], ddof=1)),
        }
        for name in judged[0]
    }


def _threshold_figures(target: np.ndarray, refused: np.ndarray) -> dict[str, float]:
    caught = int(((target == 1) & refused).sum())
    return {
        'accuracy': float((refused == (target == 1)).mean()),
        'precision': caught / max(int(refused.sum()), 1),
        'recall': caught / max(int((target == 1).sum()), 1),
        'costPerClient': cost_per_client(target, refused),
    }
