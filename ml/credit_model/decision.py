"""From probabilities to advice: the threshold, the review band and the risk classes."""

import numpy as np

from credit_model.evaluate import FALSE_NEGATIVE_COST, FALSE_POSITIVE_COST

REVIEW_BAND = 0.15
RISK_CLASS_BOUNDS = (0.25, 0.5, 1.0, 2.0)
INDIFFERENCE = FALSE_POSITIVE_COST / (FALSE_POSITIVE_COST + FALSE_NEGATIVE_COST)


def choose_threshold(target: np.ndarray, probability: np.ndarray) -> float:
    """Find the probability from which refusing costs least.

    Every cut between two neighbouring probabilities is tried. Of cuts that cost the same, the one nearest to the
    indifference point 1/11 is taken.

    Parameters
    ----------
    target : numpy.ndarray
        0 or 1 [clients].
    probability : numpy.ndarray
        Probability of default [clients], not from a model that saw these clients.

    Returns
    -------
    float
        A threshold strictly between 0 and 1; a client at it or above is refused.
    """
    order = np.argsort(probability, kind='stable')
    ordered, defaults = probability[order].astype(float), target[order] == 1
    missed_below = np.concatenate([[0], np.cumsum(defaults)])
    good_from = (~defaults).sum() - np.concatenate([[0], np.cumsum(~defaults)])
    cost = FALSE_NEGATIVE_COST * missed_below + FALSE_POSITIVE_COST * good_from
    below = np.concatenate([[0.0], ordered])
    above = np.concatenate([ordered, [1.0]])
    cuts = np.flatnonzero(above > below)
    best = cuts[cost[cuts] == cost[cuts].min()]
    # Inside a cut every threshold decides alike: indifference itself where it lies there, else the middle.
    inside = (below[best] < INDIFFERENCE) & (above[best] >= INDIFFERENCE)
    thresholds = np.where(inside, INDIFFERENCE, (below[best] + above[best]) / 2)
    return float(thresholds[np.argmin(np.abs(thresholds - INDIFFERENCE))])


def decision_rule(threshold: float) -> dict[str, object]:
    """Derive from the threshold all that turns a probability into advice.

    Parameters
    ----------
    threshold : float
        Probability of default from which the advice is to refuse.

    Returns
    -------
    dict
        The manifest's ``decision``: classes A to C lie on the side of granting, D and E on that of refusing.
    """
    a, b, c, d = (threshold * bound for bound in RISK_CLASS_BOUNDS)
    return {
        'threshold': threshold,
        'reviewBand': {
            'lower': threshold * (1 - REVIEW_BAND),
            'upper': min(threshold * (1 + REVIEW_BAND), (1 + threshold) / 2),
        },
        'falseNegativeCost': FALSE_NEGATIVE_COST,
        'falsePositiveCost': FALSE_POSITIVE_COST,
        'riskClassUpperBounds': [a, b, c, min(d, (1 + threshold) / 2)],
    }
