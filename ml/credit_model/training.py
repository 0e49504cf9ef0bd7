"""One training run: from a table of features to a written bundle."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from credit_model import bundle as bundles
from credit_model.absent_tables import table_columns
from credit_model.boosted_trees import BoostedTrees
from credit_model.candidates import build_candidates
from credit_model.decision import decision_rule
from credit_model.evaluate import calibration_table
from credit_model.export import INPUT, PROBABILITY, RAW_SCORE, export_onnx
from credit_model.golden import build_golden_cases
from credit_model.importance import global_importance, used_features
from credit_model.judge import Judgement, choose_candidate, judge_candidate
from credit_model.load import TrainingTable
from credit_model.model_card import write_model_card
from credit_model.reference import reference_statistics
from credit_model.search import GRID, QUICK_GRID, SearchResult, search_grid
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
    table: TrainingTable, out: Path, seed: int, catalog: Path, quick: bool = False
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

    Returns
    -------
    TrainingRun
        Where the bundle stands and what it says.

    Raises
    ------
    TrainingError
        Too few clients of one kind for the folds.
    """
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
        files, manifest = _contents(model, used, chosen, judgements, search, seed)
    return TrainingRun(bundles.write_bundle(out, files, manifest), manifest, search.parameters, seconds)


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


def _contents(
    booster: Any,
    table: TrainingTable,
    chosen: Judgement,
    judgements: list[Judgement],
    search: SearchResult,
    seed: int,
) -> tuple[dict[str, bytes], dict[str, Any]]:
    model = export_onnx(booster, chosen.calibrator)
    manifest = _manifest(model, booster.num_trees(), table, chosen, judgements, seed)
    card = write_model_card(
        manifest,
        descriptions={judged.candidate.name: judged.candidate.description for judged in judgements},
        grid=search.table,
        agreement=search.agreement,
        brier_by_method=chosen.brier_by_method,
        calibration=calibration_table(table.target, chosen.probability),
        dropped=table.dropped,
    )
    golden = build_golden_cases(booster, chosen.calibrator, table.features, table.names, seed)
    files = {
        bundles.MODEL: model,
        bundles.GOLDEN: bundles.to_json(golden),
        bundles.REFERENCE: bundles.to_json(
            reference_statistics(table.features, table.names, chosen.probability)
        ),
        bundles.IMPORTANCE: bundles.to_json(global_importance(booster, table.features, table.names, seed)),
        bundles.MODEL_CARD: card.encode(),
    }
    return files, manifest


def _manifest(
    model: bytes,
    tree_count: int,
    table: TrainingTable,
    chosen: Judgement,
    judgements: list[Judgement],
    seed: int,
) -> dict[str, Any]:
    digest = bundles.sha256(model)
    return {
        'formatVersion': 1,
        'modelVersion': f'lgbm-{table.data_version}-{digest[:8]}',
        'model': {
            'file': bundles.MODEL,
            'sha256': digest,
            'inputName': INPUT,
            'rawScoreOutputName': RAW_SCORE,
            'probabilityOutputName': PROBABILITY,
            'treeCount': tree_count,
        },
        'features': list(table.names),
        'trainingData': {
            'dataVersion': table.data_version,
            'origin': table.origin,
            'window': table.window,
            'clients': len(table.target),
            'defaults': int(table.target.sum()),
        },
        'decision': decision_rule(chosen.threshold),
        'calibration': {'method': chosen.calibrator.method},
        'metrics': chosen.metrics,
        'candidates': [
            {
                'name': judged.candidate.name,
                'chosen': judged is chosen,
                'metrics': judged.metrics,
            }
            for judged in judgements
        ],
        'seed': seed,
    }
