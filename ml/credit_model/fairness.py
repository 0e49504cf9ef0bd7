"""The fairness audit: what each group meets, out of fold, and whether the stated bounds hold.

Sex, age band and family status serve this audit alone. The bounds are argued in
``docs/decisions/007-fairness-bounds.md``.
"""

from itertools import combinations
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from credit_model.base_rates import ExpectedSelection
from credit_model.fairness_bounds import BOUNDS, Bound
from credit_model.fairness_groups import FairnessGroups
from credit_model.intervals import CONFIDENCE, Estimate, ratio_interval, wilson_interval

SMALLEST_CLIENTS = 100
SMALLEST_OUTCOMES = 30


def audit_fairness(
    groups: FairnessGroups, target: np.ndarray, probability: np.ndarray, threshold: float
) -> list[dict[str, Any]]:
    """Audit decisions by every attribute.

    Parameters
    ----------
    groups : dict
        Attribute → group of each client, None where unknown.
    target, probability : numpy.ndarray
        0 or 1, and out-of-fold probability of default [clients].
    threshold : float
        A client at this probability or above is refused.

    Returns
    -------
    list of dict
        ``attributes`` of ``evaluation.json``: figures of each group with 95 % intervals (Wilson), and the verdict on
        each bound. Between groups the interval's confidence is shared among the pairs (Bonferroni), so that many
        small groups don't break a bound by chance. Groups below 100 clients, 30 defaults or 30 good clients are
        listed and judged by no bound.
    """
    expected = ExpectedSelection(target, probability, threshold)
    return [
        _audit_attribute(attribute, labels, target, probability, threshold, expected)
        for attribute, labels in groups.items()
    ]


def bounds_held(attributes: list[dict[str, Any]]) -> bool:
    """Whether no bound of an audit is broken."""
    return all(bound['held'] for attribute in attributes for bound in attribute['bounds'])


def _audit_attribute(
    attribute: str,
    labels: np.ndarray,
    target: np.ndarray,
    probability: np.ndarray,
    threshold: float,
    expected: ExpectedSelection,
) -> dict[str, Any]:
    names = sorted({str(label) for label in labels if label is not None})
    members = {name: labels == name for name in names}
    counted = {name: _Group(target[mask], probability[mask], threshold) for name, mask in members.items()}
    told = {name: group for name, group in counted.items() if group.can_tell}
    pairs = len(list(combinations(told, 2)))
    confidence = 1 - (1 - CONFIDENCE) / max(pairs, 1)
    return {
        'attribute': attribute,
        'groups': [{'group': name, **group.as_json()} for name, group in counted.items()],
        'smallestGroupClients': min((group.clients for group in counted.values()), default=0),
        'bounds': [
            _judge(bound, {name: group.stand(bound, confidence, expected) for name, group in told.items()})
            for bound in BOUNDS[attribute]
        ],
    }


def _judge(bound: Bound, standings: dict[str, Estimate]) -> dict[str, Any]:
    worst = bound.find_worst(standings)
    return {
        'measure': bound.measure,
        'givenBaseRates': bound.given_base_rates,
        'bound': bound.limit,
        'found': worst.found if worst else None,
        'evidence': worst.evidence if worst else None,
        'groups': list(worst.groups) if worst else None,
        'held': worst is None or bound.holds(worst.evidence),
    }


class _Group:
    """The clients of one group."""

    def __init__(self, target: np.ndarray, probability: np.ndarray, threshold: float) -> None:
        self.target, self.probability = target, probability
        self.refused = probability >= threshold
        self.clients, self.defaults = len(target), int((target == 1).sum())
        self.good = self.clients - self.defaults

    @property
    def can_tell(self) -> bool:
        return self.clients >= SMALLEST_CLIENTS and min(self.defaults, self.good) >= SMALLEST_OUTCOMES

    def rate(self, measure: str, confidence: float = CONFIDENCE) -> Estimate | None:
        if measure == 'selectionRate':
            return _rate(int((~self.refused).sum()), self.clients, confidence)
        if measure == 'truePositiveRate':
            return _rate(int((self.refused & (self.target == 1)).sum()), self.defaults, confidence)
        if measure == 'falsePositiveRate':
            return _rate(int((self.refused & (self.target == 0)).sum()), self.good, confidence)
        observed = _rate(self.defaults, self.clients, confidence)
        return observed and observed.negated().shifted(float(self.probability.mean()))

    def stand(self, bound: Bound, confidence: float, expected: ExpectedSelection) -> Estimate:
        figure = self.rate(bound.figure, confidence)
        if bound.given_base_rates:
            base_rate = wilson_interval(self.defaults, self.clients, confidence)
            return ratio_interval(figure, expected.at(base_rate))
        return figure

    def as_json(self) -> dict[str, Any]:
        names = ('selectionRate', 'truePositiveRate', 'falsePositiveRate', 'calibrationGap')
        rates = {name: self.rate(name) for name in names}
        both = min(self.defaults, self.good) > 0
        return {
            'clients': self.clients,
            'defaults': self.defaults,
            'tooSmallToTell': not self.can_tell,
            **{name: rate and rate.as_json() for name, rate in rates.items()},
            'auc': float(roc_auc_score(self.target, self.probability)) if both else None,
        }


def _rate(count: int, total: int, confidence: float) -> Estimate | None:
    return wilson_interval(count, total, confidence) if total else None
