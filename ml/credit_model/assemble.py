"""Puts a bundle together from what training found: every file, then the manifest that hashes them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from credit_model import bundle as bundles
from credit_model.decision import decision_rule
from credit_model.evaluate import calibration_table
from credit_model.export import INPUT, PROBABILITY, RAW_SCORE, export_onnx
from credit_model.fairness_groups import FairnessGroups
from credit_model.golden import build_golden_cases
from credit_model.importance import global_importance
from credit_model.judge import Judgement
from credit_model.load import TrainingTable
from credit_model.model_card import write_model_card
from credit_model.reference import reference_statistics
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
    """

    booster: Any
    table: TrainingTable
    chosen: Judgement
    judgements: list[Judgement]
    search: SearchResult
    fold_of: Any
    seed: int
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    seconds: dict[str, float] = field(default_factory=dict)
    groups: FairnessGroups | None = None
    judge_without: Callable[[frozenset[str]], Judgement] | None = None
    selection: dict[str, Any] | None = None
    neighbours: tuple[dict[str, Any], bytes] | None = None


def assemble_bundle(trained: TrainedModel, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Write the bundle of a trained model into ``folder/<modelVersion>``.

    Parameters
    ----------
    trained : TrainedModel
        The model and its judgement.
    folder : Path
        The folder of bundles.

    Returns
    -------
    bundle : Path
        The written bundle.
    manifest : dict
        Its manifest.
    """
    files, manifest = _contents(trained)
    return bundles.write_bundle(folder, files, manifest), manifest


def _contents(trained: TrainedModel) -> tuple[dict[str, bytes], dict[str, Any]]:
    booster, table, chosen, seed = trained.booster, trained.table, trained.chosen, trained.seed
    model = export_onnx(booster, chosen.calibrator)
    manifest = _manifest(model, trained)
    card = write_model_card(
        manifest,
        descriptions={judged.candidate.name: judged.candidate.description for judged in trained.judgements},
        grid=trained.search.table,
        agreement=trained.search.agreement,
        brier_by_method={
            method: float(np.mean((probability - table.target) ** 2))
            for method, probability in chosen.probability_by_method.items()
        },
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


def _manifest(model: bytes, trained: TrainedModel) -> dict[str, Any]:
    table, chosen = trained.table, trained.chosen
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
            'treeCount': trained.booster.num_trees(),
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
            for judged in trained.judgements
        ],
        'seed': trained.seed,
    }
