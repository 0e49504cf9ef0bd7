"""Champion and candidate on the same clients, draw by draw, so that what both share cancels out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from credit_model.bootstrap import (
    Statistic,
    auc_statistic,
    bootstrap_intervals,
    ece_statistic,
    mean_statistic,
    percentile_estimate,
)
from credit_model.evaluate import client_costs
from credit_model.intervals import Estimate
from credit_model.rated_clients import LabelledClients, RatedClients, rate_clients
from credit_model.training_error import TrainingError

LOWER_IS_BETTER = ('costPerClient', 'brier', 'ece')
FIGURES = ('auc', 'accuracy', *LOWER_IS_BETTER)
FEWEST_CLIENTS, FEWEST_DEFAULTS = 500, 50
SEED = 7


@dataclass(frozen=True)
class Compared:
    """One figure of both models.

    Attributes
    ----------
    candidate, champion : Estimate
        With 95 % bootstrap intervals.
    difference : Estimate
        Candidate − champion, with the interval of the paired differences.
    """

    candidate: Estimate
    champion: Estimate
    difference: Estimate


@dataclass(frozen=True)
class Comparison:
    """Candidate against champion.

    Attributes
    ----------
    candidate, champion : str
        Their versions.
    data_version : str
        Whose clients.
    clients, defaults : int
        How many clients both models could be judged by, and how many of them were in default.
    out_of_fold : dict
        Version → for how many of them out-of-fold answers stand; the model never saw the others.
    left_out : int
        Clients by whom one of the models can't be judged honestly.
    figures : dict
        Name → `Compared`.
    """

    candidate: str
    champion: str
    data_version: str
    clients: int
    defaults: int
    out_of_fold: dict[str, int]
    left_out: int
    figures: dict[str, Compared]

    def verdict(self, figure: str) -> str:
        """Say ``better``, ``worse`` or ``within noise`` of the candidate."""
        difference = self.figures[figure].difference
        if difference.low <= 0 <= difference.high:
            return 'within noise'
        return 'better' if (difference.estimate < 0) == (figure in LOWER_IS_BETTER) else 'worse'

    def as_json(self) -> dict[str, Any]:
        """Return what ``ml:evaluate --json`` prints."""
        return {
            'candidate': self.candidate,
            'champion': self.champion,
            'dataVersion': self.data_version,
            'clients': self.clients,
            'defaults': self.defaults,
            'outOfFold': self.out_of_fold,
            'leftOut': self.left_out,
            'figures': {
                name: {
                    'candidate': compared.candidate.as_json(),
                    'champion': compared.champion.as_json(),
                    'difference': compared.difference.as_json(),
                    'verdict': self.verdict(name),
                }
                for name, compared in self.figures.items()
            },
        }


def compare_bundles(candidate: Path, champion: Path, clients: LabelledClients) -> Comparison:
    """Compare two bundles on the same labelled clients.

    Parameters
    ----------
    candidate, champion : Path
        The bundles' folders.
    clients : LabelledClients
        Whom both rate; those by whom either can't be judged are left out.

    Returns
    -------
    Comparison
        Figures of both and their differences, with 95 % intervals from the same draws of clients.

    Raises
    ------
    TrainingError
        A model can't rate them, or fewer than 500 clients or 50 defaults are left.
    """
    ours, theirs = rate_clients(candidate, clients), rate_clients(champion, clients)
    judging = ours.can_judge & theirs.can_judge
    target = clients.target[judging]
    defaults = int((target == 1).sum())
    if len(target) < FEWEST_CLIENTS or min(defaults, len(target) - defaults) < FEWEST_DEFAULTS:
        raise TrainingError(
            f'found {len(target)} clients ({defaults} in default) of {clients.data_version} by whom both '
            f'{candidate.name} and {champion.name} can be judged; expected at least {FEWEST_CLIENTS} and '
            f'{FEWEST_DEFAULTS} of each outcome. Clients that a model was trained on in other data don’t count'
        )
    # Scores of different folds' models don't mix well: clients are ranked among those of one fold in both models.
    pairs = np.column_stack([ours.fold_of[judging], theirs.fold_of[judging]])
    _, fold_of = np.unique(pairs, axis=0, return_inverse=True)
    return Comparison(
        candidate=candidate.name,
        champion=champion.name,
        data_version=clients.data_version,
        clients=len(target),
        defaults=defaults,
        out_of_fold={
            candidate.name: int((ours.fold_of[judging] >= 0).sum()),
            champion.name: int((theirs.fold_of[judging] >= 0).sum()),
        },
        left_out=int((~judging).sum()),
        figures=_compare(target, _of(ours, judging), _of(theirs, judging), fold_of),
    )


def _compare(
    target: np.ndarray, ours: RatedClients, theirs: RatedClients, fold_of: np.ndarray
) -> dict[str, Compared]:
    statistics = {
        **{f'ours.{name}': statistic for name, statistic in _statistics(target, ours, fold_of).items()},
        **{f'theirs.{name}': statistic for name, statistic in _statistics(target, theirs, fold_of).items()},
    }
    everyone = np.ones(len(target), dtype=np.int64)
    found = {name: statistic(everyone) for name, statistic in statistics.items()}
    draws = bootstrap_intervals(statistics, fold_of, SEED)

    def estimate(name: str) -> Estimate:
        return percentile_estimate(found[name], draws[name])

    return {
        name: Compared(
            estimate(f'ours.{name}'),
            estimate(f'theirs.{name}'),
            percentile_estimate(
                found[f'ours.{name}'] - found[f'theirs.{name}'],
                draws[f'ours.{name}'] - draws[f'theirs.{name}'],
            ),
        )
        for name in FIGURES
    }


def _statistics(target: np.ndarray, rated: RatedClients, fold_of: np.ndarray) -> dict[str, Statistic]:
    return {
        'auc': auc_statistic(target, rated.probability, fold_of),
        'accuracy': mean_statistic(rated.refused == (target == 1)),
        'costPerClient': mean_statistic(client_costs(target, rated.refused)),
        'brier': mean_statistic((rated.probability - target) ** 2),
        'ece': ece_statistic(target, rated.probability),
    }


def _of(rated: RatedClients, clients: np.ndarray) -> RatedClients:
    return RatedClients(rated.probability[clients], rated.refused[clients], rated.fold_of[clients])
