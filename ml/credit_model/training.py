"""One training run: from a table of features to a written bundle."""

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from credit_model.absent_tables import features_by_table
from credit_model.assemble import TrainedModel, assemble_bundle
from credit_model.candidates import Recipe, build_candidates
from credit_model.fairness_groups import FairnessGroups
from credit_model.folded_clients import FoldedClients, fold_clients, neighbour_inputs
from credit_model.importance import used_features
from credit_model.judge import Judgement, choose_candidate, judge_candidate
from credit_model.load import TrainingTable
from credit_model.neighbours import FEATURE, NearestDefaultRate
from credit_model.neighbours_content import neighbour_cases, neighbours_content
from credit_model.search import GRID, QUICK_GRID, SEARCHED_MEMBERS, WORKERS, SearchResult, search_grid
from credit_model.select_features import RULE
from credit_model.split import assign_folds

FOLDS, QUICK_FOLDS = 5, 4
QUICK_COMMITTEE = {'members': 2, 'parts': 4, 'max_rounds': 60}
QUICK_FOREST_TREES = 20
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
        Four folds, small committees and a single point instead of a grid: for tests, not for serving.
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
        clients = fold_clients(table, fold_of, seed, WORKERS)
        recipe, search = _search(clients, features_by_table(catalog), seed, quick)
        judgements, seconds = _judge_all(clients, recipe)
        chosen = choose_candidate(judgements)
        model, used = _final_model(chosen, clients)
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
            judge_without=partial(_judge_without, chosen=chosen, clients=clients),
            selection={
                'candidateFeatures': len(table.names) + bool(clients.rates),
                'selectedFeatures': len(used.names),
                'rule': RULE,
            },
            **_neighbours(clients, used, seed),
        )
        bundle, manifest = assemble_bundle(trained, out)
    return TrainingRun(bundle, manifest, search.parameters, seconds)


def _search(
    clients: FoldedClients, tables: dict[str, frozenset[str]], seed: int, quick: bool
) -> tuple[Recipe, SearchResult]:
    """Search with small committees; the recipe that comes of it makes whole ones."""
    whole = QUICK_COMMITTEE if quick else {}
    start = Recipe({**whole, 'members': SEARCHED_MEMBERS}, tables, BLANKED_SHARE, seed)
    if quick:
        start = replace(start, forest_trees=QUICK_FOREST_TREES)
    search = search_grid(clients, start, QUICK_GRID if quick else GRID)
    return replace(start, parameters={**whole, **search.parameters}), search


def _judge_all(clients: FoldedClients, recipe: Recipe) -> tuple[list[Judgement], dict[str, float]]:
    judgements, seconds = [], {}
    for candidate in build_candidates(recipe):
        started = time.monotonic()
        judgements.append(judge_candidate(candidate, clients))
        seconds[candidate.name] = time.monotonic() - started
    return judgements, seconds


def _final_model(chosen: Judgement, clients: FoldedClients) -> tuple[Any, TrainingTable]:
    """Train on all clients, then again on the features that were used: serving reads no others."""
    learned = clients.training(clients.folds)
    used = replace(clients.table, features=learned.features, names=learned.names)
    while True:
        model = chosen.candidate.build(used.names).fit(used.features, used.target)
        names = used_features(model.booster_, used.names)
        if len(names) == len(used.names):
            return model.booster_, used
        used = used.subset(names)


def _neighbours(clients: FoldedClients, used: TrainingTable, seed: int) -> dict[str, Any]:
    """What serving needs of the nearest clients, where the model looks at their default rate."""
    if FEATURE not in used.names:
        return {}
    table, inputs = clients.table, neighbour_inputs(clients.table)
    fitted = NearestDefaultRate().fit(inputs, table.target, clients.fold_of)
    rates = used.features[:, used.names.index(FEATURE)]
    return {
        'neighbours': neighbours_content(fitted, table.client_ids),
        'neighbour_cases': neighbour_cases(fitted, inputs, table.client_ids, rates, seed),
    }


def _judge_without(absent: frozenset[str], chosen: Judgement, clients: FoldedClients) -> Judgement:
    """Judge the chosen candidate on the same folds without some features."""
    candidate = replace(chosen.candidate, name=f'{chosen.candidate.name}-alternative')
    return judge_candidate(candidate, clients.without(absent))
