"""The share of a group that would be granted if it differed from everyone in its default rate alone."""

import numpy as np

from credit_model.intervals import Estimate


class ExpectedSelection:
    """Shifts everyone's evidence to another default rate.

    The same evidence means other odds where defaults are rarer: by Bayes' rule a group's log-odds are everyone's plus
    the difference of the two base rates' log-odds. So the group is refused at a threshold shifted by as much, and
    everyone's own rates at that threshold, weighed by the group's base rate, are what it would meet.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and probability of default, of everyone.
    threshold : float
        The threshold that is served.
    """

    def __init__(self, target: np.ndarray, probability: np.ndarray, threshold: float) -> None:
        self._good = np.sort(probability[target == 0])
        self._bad = np.sort(probability[target == 1])
        self._base_log_odds = _log_odds(len(self._bad) / len(target))
        self._threshold_log_odds = _log_odds(threshold)

    def at(self, base_rate: Estimate) -> Estimate:
        """Give the expected share granted, with the interval that comes from the base rate's own."""
        return Estimate(
            self._share(base_rate.estimate), self._share(base_rate.high), self._share(base_rate.low)
        )

    def _share(self, base_rate: float) -> float:
        shift = _log_odds(base_rate) - self._base_log_odds
        threshold = 1 / (1 + np.exp(shift - self._threshold_log_odds))
        good = np.searchsorted(self._good, threshold) / len(self._good)
        bad = np.searchsorted(self._bad, threshold) / len(self._bad)
        return float((1 - base_rate) * good + base_rate * bad)


def _log_odds(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))
