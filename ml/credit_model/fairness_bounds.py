"""The bounds of the fairness audit, as data, and how a pair of groups stands to one."""

from dataclasses import dataclass
from itertools import combinations

from credit_model.intervals import Estimate, difference_interval, ratio_interval

FOUR_FIFTHS = 0.8
RATE_GAP = 0.1
# 1/9 − 1/11, rounded: nobody is judged as if a missed default cost less than four fifths of what it costs another.
CALIBRATION_GAP = 0.02


@dataclass(frozen=True)
class Worst:
    """The pair of groups that speaks most strongly against a bound.

    Attributes
    ----------
    found : float
        The ratio or the gap.
    evidence : float
        The end of its interval nearest to fairness (1 for a ratio, 0 for a gap).
    groups : tuple of str
        The disadvantaged group of a ratio first; of a gap the one with the larger figure.
    """

    found: float
    evidence: float
    groups: tuple[str, str]


@dataclass(frozen=True)
class Bound:
    """One stated bound.

    Attributes
    ----------
    measure : str
        As ``evaluation.json`` names it.
    figure : str
        Which figure of each group is compared.
    limit : float
        The lowest ratio, or the largest gap, that is accepted.
    given_base_rates : bool
        Whether each group's figure is first divided by what its default rate alone would lead to.
    """

    measure: str
    figure: str
    limit: float
    given_base_rates: bool = False

    @property
    def is_ratio(self) -> bool:
        """Whether groups are compared by ratio rather than by difference."""
        return self.measure == 'selectionRateRatio'

    def holds(self, evidence: float) -> bool:
        """Whether the evidence leaves the bound possible."""
        return evidence >= self.limit if self.is_ratio else evidence <= self.limit

    def find_worst(self, standings: dict[str, Estimate]) -> Worst | None:
        """Find the pair with the strongest evidence against the bound.

        Parameters
        ----------
        standings : dict
            Group → its figure, for the groups large enough to tell.

        Returns
        -------
        Worst or None
            None with fewer than two groups. Where noise could explain every pair, the pair furthest apart.
        """
        ascending = sorted(standings, key=lambda name: standings[name].estimate)
        pairs = list(combinations(ascending, 2))
        if self.is_ratio:
            ratios = [_ratio(smaller, larger, standings) for smaller, larger in pairs]
            return min(ratios, key=lambda pair: (pair.evidence, pair.found), default=None)
        gaps = [_gap(larger, smaller, standings) for smaller, larger in pairs]
        return max(gaps, key=lambda pair: (pair.evidence, pair.found), default=None)


def _ratio(smaller: str, larger: str, standings: dict[str, Estimate]) -> Worst:
    ratio = ratio_interval(standings[smaller], standings[larger])
    return Worst(ratio.estimate, min(ratio.high, 1.0), (smaller, larger))


def _gap(larger: str, smaller: str, standings: dict[str, Estimate]) -> Worst:
    gap = difference_interval(standings[larger], standings[smaller])
    return Worst(gap.estimate, max(gap.low, 0.0), (larger, smaller))


_SELECTION = Bound('selectionRateRatio', 'selectionRate', FOUR_FIFTHS)
_SELECTION_GIVEN_BASE_RATES = Bound('selectionRateRatio', 'selectionRate', FOUR_FIFTHS, given_base_rates=True)
_TRUE_POSITIVES = Bound('truePositiveRateGap', 'truePositiveRate', RATE_GAP)
_FALSE_POSITIVES = Bound('falsePositiveRateGap', 'falsePositiveRate', RATE_GAP)
_CALIBRATION = Bound('calibrationGap', 'calibrationGap', CALIBRATION_GAP)

BOUNDS = {
    'sex': (_SELECTION, _TRUE_POSITIVES, _FALSE_POSITIVES, _CALIBRATION),
    'ageBand': (_SELECTION_GIVEN_BASE_RATES, _CALIBRATION),
    'familyStatus': (_SELECTION_GIVEN_BASE_RATES, _CALIBRATION),
}
"""Attribute → its bounds."""
