"""From probabilities to advice: the threshold, the review band and the risk classes."""

import numpy as np

from credit_model.evaluate import FALSE_NEGATIVE_COST, FALSE_POSITIVE_COST

REVIEW_BAND = 0.15
RISK_CLASS_BOUNDS = (0.25, 0.5, 1.0, 2.0)
INDIFFERENCE = FALSE_POSITIVE_COST / (FALSE_POSITIVE_COST + FALSE_NEGATIVE_COST)


def choose_threshold(target: np.ndarray, probability: np.ndarray) -> float:
    """Find the probability from which refusing costs least, as far as the clients can tell.

    Every cut between two neighbouring probabilities is tried. The cheapest one owes much to chance, so of all cuts
    that cost no more than it by one standard error of the difference, the one nearest to the indifference point
    1/11, where perfect calibration would put it, is taken.

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
    defaults_below = np.concatenate([[0], np.cumsum(target[order] == 1)])
    good_below = np.concatenate([[0], np.cumsum(target[order] == 0)])
    cost = FALSE_NEGATIVE_COST * defaults_below + FALSE_POSITIVE_COST * (good_below[-1] - good_below)
    below = np.concatenate([[0.0], probability[order]])
    above = np.concatenate([probability[order], [1.0]])
    cuts = np.flatnonzero(above > below)
    cheapest = cuts[np.argmin(cost[cuts])]
    # Two cuts differ by the decisions on the clients between them alone.
    defaults_between = np.abs(defaults_below[cuts] - defaults_below[cheapest])
    good_between = np.abs(good_below[cuts] - good_below[cheapest])
    variance = FALSE_NEGATIVE_COST**2 * defaults_between + FALSE_POSITIVE_COST**2 * good_between
    close = cuts[cost[cuts] - cost[cheapest] <= np.sqrt(variance)]
    # Inside a cut every threshold decides alike: indifference itself where it lies there, else the middle.
    inside = (below[close] < INDIFFERENCE) & (above[close] >= INDIFFERENCE)
    thresholds = np.where(inside, INDIFFERENCE, (below[close] + above[close]) / 2)
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
