"""One training run: from a table of features to a written bundle."""

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from credit_model.absent_tables import table_columns
from credit_model.assemble import TrainedModel, assemble_bundle
from credit_model.boosted_trees import BoostedTrees
from credit_model.candidates import build_candidates
from credit_model.fairness_groups import FairnessGroups
from credit_model.importance import used_features
from credit_model.judge import Judgement, choose_candidate, judge_candidate
from credit_model.load import TrainingTable
from credit_model.search import GRID, QUICK_GRID, search_grid
from credit_model.split import assign_folds

FOLDS, QUICK_FOLDS = 5, 3
BLANKED_SHARE = 0.1


@dataclass(frozen=True)
class TrainingRun:
    """What a run left behind.

    Attributes
    ----------
    bundle : Path
        The written bundle.
    manifest : dict
        Its manifest.
    parameters : dict
        What the grid search chose.
    seconds : dict
        How long each candidate took.
    """

    bundle: Path
    manifest: dict[str, Any]
    parameters: dict[str, Any]
    seconds: dict[str, float]


def train_model(
    table: TrainingTable,
    out: Path,
    seed: int,
    catalog: Path,
    quick: bool = False,
    groups: FairnessGroups | None = None,
) -> TrainingRun:
    """Search, judge, choose, train on all clients and write the bundle.

    Parameters
    ----------
    table : TrainingTable
        The labelled clients.
    out : Path
        The folder of bundles.
    seed : int
        Seed of all randomness: the same table and seed give byte-identical bundles.
    catalog : Path
        ``catalog.yml``, which says what table each feature reads.
    quick : bool
        Three folds and a single point instead of a grid: for tests, not for serving.
    groups : dict, optional
        Who belongs to which group of the fairness audit.

    Returns
    -------
    TrainingRun
        Where the bundle stands and what it says.

    Raises
    ------
    TrainingError
        Too few clients of one kind for the folds.
    """
    started_at = datetime.now(UTC)
    with threadpool_limits(1):
        fold_of = assign_folds(table.target, QUICK_FOLDS if quick else FOLDS, seed)
        fixed = {'blanked_tables': table_columns(catalog, table.names), 'blanked_share': BLANKED_SHARE}
        search = search_grid(
            table.features,
            table.target,
            fold_of,
            BoostedTrees(**fixed, seed=seed),
            QUICK_GRID if quick else GRID,
        )
        judgements, seconds = [], {}
        for candidate in build_candidates({**fixed, **search.parameters}, seed):
            started = time.monotonic()
            judgements.append(judge_candidate(candidate, table.features, table.target, fold_of))
            seconds[candidate.name] = time.monotonic() - started
        chosen = choose_candidate(judgements)
        model, used = _final_model(chosen, table, catalog)
        trained = TrainedModel(
            booster=model,
            table=used,
            chosen=chosen,
            judgements=judgements,
            search=search,
            fold_of=fold_of,
            seed=seed,
            started_at=started_at,
            seconds=seconds,
            groups=groups,
            judge_without=partial(
                _judge_without, chosen=chosen, table=table, fold_of=fold_of, catalog=catalog
            ),
        )
        bundle, manifest = assemble_bundle(trained, out)
    return TrainingRun(bundle, manifest, search.parameters, seconds)


def _final_model(chosen: Judgement, table: TrainingTable, catalog: Path) -> tuple[Any, TrainingTable]:
    """Train on all clients, then again on the features that were used: serving reads no others."""
    everything = chosen.candidate.build().fit(table.features, table.target)
    used = table
    model = everything
    while True:
        names = used_features(model.booster_, used.names)
        if len(names) == len(used.names):
            return model.booster_, used
        used = table.subset(names)
        model = chosen.candidate.build()
        model.set_params(blanked_tables=table_columns(catalog, used.names))
        model.fit(used.features, used.target)


def _judge_without(
    absent: frozenset[str], chosen: Judgement, table: TrainingTable, fold_of: np.ndarray, catalog: Path
) -> Judgement:
    """Judge the chosen candidate on the same folds without some features."""
    kept = table.subset([name for name in table.names if name not in absent])

    def build() -> BoostedTrees:
        return chosen.candidate.build().set_params(blanked_tables=table_columns(catalog, kept.names))

    candidate = replace(chosen.candidate, name=f'{chosen.candidate.name}-alternative', build=build)
    return judge_candidate(candidate, kept.features, kept.target, fold_of)
