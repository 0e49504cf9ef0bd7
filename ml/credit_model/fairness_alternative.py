"""The less discriminatory alternative: what the model would be without the features that tell the groups."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from credit_model.fairness import audit_fairness, bounds_held
from credit_model.fairness_groups import FairnessGroups
from credit_model.judge import Judgement
from credit_model.load import TrainingTable

PROXY_SHARE = 0.1


def try_alternatives(
    attributes: list[dict[str, Any]],
    groups: FairnessGroups,
    table: TrainingTable,
    sensitive: frozenset[str],
    judge_without: Callable[[frozenset[str]], Judgement],
) -> dict[str, Any] | None:
    """Judge alternatives on the same folds until one holds every bound.

    Parameters
    ----------
    attributes : list of dict
        The audit of the model, as `audit_fairness` gives it.
    groups : dict
        Who belongs to which group.
    table : TrainingTable
        The clients with the features that the model reads.
    sensitive : frozenset of str
        Features that the catalog marks.
    judge_without : callable
        Judges the model again without some features.

    Returns
    -------
    dict or None
        ``alternative`` of ``evaluation.json``: the first that holds every bound, else the last tried. None when the
        model itself holds them.
    """
    if bounds_held(attributes):
        return None
    alternative = None
    for description, absent in _alternatives(attributes, groups, table, sensitive):
        judged = judge_without(absent)
        audit = audit_fairness(groups, table.target, judged.probability, judged.threshold)
        alternative = {
            'description': description,
            'withoutFeatures': sorted(absent),
            'auc': judged.metrics['auc'],
            'costPerClient': judged.metrics['costPerClient'],
            'boundsHeld': bounds_held(audit),
        }
        if alternative['boundsHeld']:
            break
    return alternative


def _alternatives(
    attributes: list[dict[str, Any]], groups: FairnessGroups, table: TrainingTable, sensitive: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    marked = sensitive & set(table.names)
    if marked and len(marked) < len(table.names):
        yield f'Without the {len(marked)} features that say or depend on age, family or place', marked
    proxies: set[str] = set()
    for attribute in attributes:
        for bound in attribute['bounds']:
            if not bound['held']:
                proxies |= _proxies(table, groups[attribute['attribute']], bound['groups'])
    if proxies - marked and len(proxies | marked) < len(table.names):
        yield (
            f'Without those and the {len(proxies - marked)} features that tell the groups of a broken bound best',
            frozenset(marked | proxies),
        )


def _proxies(table: TrainingTable, labels: np.ndarray, pair: list[str]) -> set[str]:
    """The tenth of the features that tell two groups apart best, each by itself."""
    either = np.isin(labels.astype(str), pair)
    belongs = labels[either] == pair[0]
    strength = {}
    for position, name in enumerate(table.names):
        column = table.features[either, position]
        known = ~np.isnan(column)
        telling = 0.5
        if 0 < belongs[known].sum() < known.sum():
            telling = roc_auc_score(belongs[known], column[known])
        # A feature that few clients have tells few clients apart.
        strength[name] = abs(telling - 0.5) * known.mean()
    ranked = sorted(strength, key=lambda name: (-strength[name], name))
    return set(ranked[: max(1, round(PROXY_SHARE * len(ranked)))])
