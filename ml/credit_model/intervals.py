"""95 % intervals of rates, and of differences and ratios of two of them, in closed form.

`Wilson (1927) <https://doi.org/10.1080/01621459.1927.10502953>`_ for a rate; Newcombe's hybrid (1998, method 10) and
Donner and Zou's (2012) recover the interval of a difference and of a ratio from the two intervals alone.
"""

from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Estimate:
    """A figure between the ends of its interval.

    Attributes
    ----------
    estimate, low, high : float
        The figure, and the ends.
    """

    estimate: float
    low: float
    high: float

    def shifted(self, by: float) -> 'Estimate':
        """Add a constant."""
        return Estimate(self.estimate + by, self.low + by, self.high + by)

    def negated(self) -> 'Estimate':
        """Turn the sign round, and the ends with it."""
        return Estimate(-self.estimate, -self.high, -self.low)

    def as_json(self) -> dict[str, float]:
        """Return what ``evaluation.json`` holds."""
        return {'estimate': self.estimate, 'low': self.low, 'high': self.high}


def wilson_interval(successes: int, trials: int, confidence: float = CONFIDENCE) -> Estimate:
    """Give a rate its score interval, which stays within 0 and 1 and holds for few trials too.

    Parameters
    ----------
    successes, trials : int
        How often, out of how many; at least one trial.
    confidence : float
        How sure the interval is.

    Returns
    -------
    Estimate
        ``successes / trials`` with its interval.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    rate = successes / trials
    centre = (rate + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials)) / (1 + z * z / trials)
    return Estimate(rate, max(min(centre - half, rate), 0.0), min(max(centre + half, rate), 1.0))


def difference_interval(first: Estimate, second: Estimate) -> Estimate:
    """Give the difference of two independent figures its interval.

    Parameters
    ----------
    first, second : Estimate
        The figures, each with its own interval.

    Returns
    -------
    Estimate
        ``first − second``.
    """
    difference = first.estimate - second.estimate
    down = sqrt((first.estimate - first.low) ** 2 + (second.high - second.estimate) ** 2)
    up = sqrt((first.high - first.estimate) ** 2 + (second.estimate - second.low) ** 2)
    return Estimate(difference, difference - down, difference + up)


def ratio_interval(first: Estimate, second: Estimate) -> Estimate:
    """Give the ratio of two independent figures, neither negative, its interval.

    Parameters
    ----------
    first, second : Estimate
        The figures, each with its own interval.

    Returns
    -------
    Estimate
        ``first ÷ second``; 1 with no bound above where the second is zero and nothing can be told.
    """
    a, b = first, second
    if b.estimate <= 0:
        return Estimate(1.0, 0.0, inf)
    product = a.estimate * b.estimate

    def root(end: float, other: float) -> float:
        return sqrt(max(product**2 - end * other * (2 * a.estimate - end) * (2 * b.estimate - other), 0.0))

    # The second's interval may reach so high that no positive ratio is excluded.
    bounded = b.high < 2 * b.estimate
    low = (product - root(a.low, b.high)) / (b.high * (2 * b.estimate - b.high)) if bounded else 0.0
    high = (product + root(a.high, b.low)) / (b.low * (2 * b.estimate - b.low)) if b.low > 0 else inf
    return Estimate(a.estimate / b.estimate, max(low, 0.0), high)
