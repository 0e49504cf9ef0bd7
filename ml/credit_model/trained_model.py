"""What training hands over to be put into a bundle."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np

from credit_model.fairness_groups import FairnessGroups
from credit_model.judge import Judgement
from credit_model.load import TrainingTable
from credit_model.search import SearchResult


@dataclass(frozen=True)
class TrainedModel:
    """What training hands to the bundle.

    Attributes
    ----------
    booster : lightgbm.Booster
        Trained on all clients of ``table``.
    table : TrainingTable
        The clients with the features that the model reads, in its order.
    chosen : Judgement
        The candidate that ``booster`` is.
    judgements : list of Judgement
        All candidates, judged on the same folds.
    search : SearchResult
        The grid search.
    fold_of : numpy.ndarray
        The fold of each client.
    seed : int
        Seed of all randomness.
    started_at : datetime
        When training began.
    seconds : dict
        Candidate → how long judging it took.
    groups : dict, optional
        Who belongs to which group of the fairness audit, as `load_fairness_groups` gives it.
    judge_without : callable, optional
        Judges the chosen candidate on the same folds without some features, given by name: the less
        discriminatory alternative.
    selection : dict, optional
        ``candidateFeatures``, ``selectedFeatures`` and the ``rule`` in one English sentence.
    neighbours : tuple, optional
        The manifest's ``neighbours`` and the bytes of ``neighbours.bin``.
    neighbour_cases : list, optional
        Golden cases of the default rate of the nearest clients.
    """

    booster: Any
    table: TrainingTable
    chosen: Judgement
    judgements: list[Judgement]
    search: SearchResult
    fold_of: np.ndarray
    seed: int
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    seconds: dict[str, float] = field(default_factory=dict)
    groups: FairnessGroups | None = None
    judge_without: Callable[[frozenset[str]], Judgement] | None = None
    selection: dict[str, Any] | None = None
    neighbours: tuple[dict[str, Any], bytes] | None = None
    neighbour_cases: list[dict[str, Any]] | None = None
