"""Puts a bundle together from what training found: every file, then the manifest that hashes them."""

from pathlib import Path
from typing import Any

from credit_model import bundle as bundles
from credit_model.decision import decision_rule
from credit_model.evaluation_file import build_evaluation
from credit_model.export import INPUT, PROBABILITY, RAW_SCORE, export_onnx
from credit_model.fairness import audit_fairness
from credit_model.fairness_alternative import try_alternatives
from credit_model.golden import build_golden_cases
from credit_model.importance import global_importance
from credit_model.locations import CATALOG
from credit_model.model_card import write_model_card
from credit_model.out_of_fold import OutOfFold, write_out_of_fold
from credit_model.reference import reference_statistics
from credit_model.reproduction import reproduction_block
from credit_model.run_record import run_record
from credit_model.sensitive_features import sensitive_features
from credit_model.trained_model import TrainedModel

__all__ = ['TrainedModel', 'assemble_bundle']


def assemble_bundle(trained: TrainedModel, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Write the bundle of a trained model into ``folder/<modelVersion>``.

    The manifest hashes all that is the same in every run on the same inputs; ``model-card.md`` and ``run.json`` stand
    beside it, because they hold the run's date and seconds. The out-of-fold answers for the training clients stand
    next to the folder.

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
    evaluation = build_evaluation(trained, _audit(trained))
    files = _files(trained, evaluation)
    manifest = bundles.complete_manifest(_manifest(trained, files[bundles.MODEL]), files)
    card = write_model_card(trained, manifest, evaluation).encode()
    run = run_record(trained, bundles.manifest_bytes(manifest), card)
    beside = {bundles.MODEL_CARD: card, bundles.RUN: bundles.to_json(run)}
    write_out_of_fold(folder / manifest['modelVersion'], _answers(trained))
    return bundles.write_bundle(folder, files, beside, manifest), manifest


def _answers(trained: TrainedModel) -> OutOfFold:
    table, chosen = trained.table, trained.chosen
    return OutOfFold(table.client_ids, table.target, trained.fold_of, chosen.probability, chosen.refused)


def _audit(trained: TrainedModel) -> dict[str, Any] | None:
    if trained.groups is None:
        return None
    chosen, target = trained.chosen, trained.table.target
    attributes = audit_fairness(trained.groups, target, chosen.probability, chosen.threshold)
    alternative = None
    if trained.judge_without:
        # What the model computes itself can't be left out of its data.
        own = {trained.neighbours[0]['feature']} if trained.neighbours else set()
        table = trained.table.subset([name for name in trained.table.names if name not in own])
        alternative = try_alternatives(
            attributes, trained.groups, table, sensitive_features(CATALOG), trained.judge_without
        )
    return {'attributes': attributes, 'alternative': alternative}


def _files(trained: TrainedModel, evaluation: dict[str, Any]) -> dict[str, bytes]:
    booster, table, chosen, seed = trained.booster, trained.table, trained.chosen, trained.seed
    contents = {
        bundles.GOLDEN: build_golden_cases(booster, chosen.calibrator, table.features, table.names, seed),
        bundles.REFERENCE: reference_statistics(table.features, table.names, chosen.probability),
        bundles.IMPORTANCE: global_importance(booster, table.features, table.names, seed),
        bundles.EVALUATION: evaluation,
    }
    if trained.neighbour_cases:
        contents[bundles.GOLDEN]['neighbours'] = {'cases': trained.neighbour_cases}
    files = {name: bundles.to_json(content) for name, content in contents.items()}
    if trained.neighbours:
        files[bundles.NEIGHBOURS] = trained.neighbours[1]
    return {bundles.MODEL: export_onnx(booster, chosen.calibrator), **files}


def _manifest(trained: TrainedModel, model: bytes) -> dict[str, Any]:
    table, chosen = trained.table, trained.chosen
    neighbours = {'neighbours': trained.neighbours[0]} if trained.neighbours else {}
    return {
        'formatVersion': 2,
        'model': {
            'file': bundles.MODEL,
            'sha256': bundles.sha256(model),
            'inputName': INPUT,
            'rawScoreOutputName': RAW_SCORE,
            'probabilityOutputName': PROBABILITY,
            'treeCount': trained.booster.num_trees(),
        },
        'features': list(table.names),
        **neighbours,
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
        'reproduction': reproduction_block(trained),
    }
