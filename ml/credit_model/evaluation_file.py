"""``evaluation.json`` of a bundle: all that the model page shows, by ``core/contracts/bundle-evaluation.ts``."""

from typing import Any

import numpy as np

from credit_model.bootstrap import (
    auc_statistic,
    bootstrap_intervals,
    ece_statistic,
    mean_statistic,
    percentile_estimate,
    pivotal_estimate,
    repeated_statistic,
)
from credit_model.curves import confusion_by_threshold, precision_recall_curve, roc_curve
from credit_model.decision import INDIFFERENCE, choose_threshold
from credit_model.evaluate import calibration_table, expected_calibration_error, fold_figures
from credit_model.intervals import wilson_interval
from credit_model.judge import Judgement
from credit_model.trained_model import TrainedModel

MODELS = ('dummy', 'logistic_regression', 'random_forest', 'lightgbm')
IMBALANCES = ('class_weight', 'undersampling', 'smote')


def build_evaluation(trained: TrainedModel, fairness: dict[str, Any] | None) -> dict[str, Any]:
    """Put the evaluation of a model together, all of it out of fold.

    Parameters
    ----------
    trained : TrainedModel
        The model and its judgement.
    fairness : dict or None
        The audit and the alternative; None when the data names no groups.

    Returns
    -------
    dict
        The file's content, numbers to 8 digits but for the served threshold.
    """
    chosen, target, fold_of = trained.chosen, trained.table.target, trained.fold_of
    figures, by_method = _intervals(chosen, target, fold_of, trained.seed)
    probability = chosen.probability
    content = {
        'formatVersion': 1,
        'clients': len(target),
        'defaults': int(target.sum()),
        'folds': len(np.unique(fold_of)),
        'figures': figures,
        'indifferenceThreshold': INDIFFERENCE,
        'candidates': [
            _candidate(judged, judged is chosen, target, fold_of) for judged in trained.judgements
        ],
        'grid': [_grid_point(point, trained.search.parameters) for point in trained.search.table],
        'selection': trained.selection or _no_selection(trained),
        'calibration': {
            'method': chosen.calibrator.method,
            'bins': [_calibration_bin(row) for row in calibration_table(target, probability)],
            'byMethod': by_method,
        },
        'roc': roc_curve(target, probability),
        'precisionRecall': precision_recall_curve(target, probability),
        'confusion': confusion_by_threshold(target, probability, chosen.threshold),
        'fairness': fairness,
    }
    return _short(content, keep=chosen.threshold)


def candidate_kind(name: str) -> tuple[str, str]:
    """Read model and answer to the imbalance off a candidate's name, ``<model>[-<imbalance>]``.

    Parameters
    ----------
    name : str
        For example ``lightgbm-class-weight``.

    Returns
    -------
    model, imbalance : str
        As ``evaluation.json`` writes them; the imbalance is ``none`` where the name says nothing.

    Raises
    ------
    ValueError
        A name of another form.
    """
    written = name.replace('-', '_')
    for model in MODELS:
        if written == model:
            return model, 'none'
        for imbalance in IMBALANCES:
            if written == f'{model}_{imbalance}':
                return model, imbalance
    raise ValueError(f'candidate is named {name!r}; expected <model>[-<imbalance>], as in lightgbm-smote')


def _intervals(
    chosen: Judgement, target: np.ndarray, fold_of: np.ndarray, seed: int
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    methods = chosen.probability_by_method
    statistics = {
        'auc': auc_statistic(target, chosen.probability, fold_of),
        'accuracy': mean_statistic(chosen.refused == (target == 1)),
        'costPerClient': mean_statistic(chosen.costs),
        'threshold': repeated_statistic(choose_threshold, target, chosen.probability),
    }
    for method, probability in methods.items():
        statistics[f'brier:{method}'] = mean_statistic((probability - target) ** 2)
        statistics[f'ece:{method}'] = ece_statistic(target, probability)
    draws = bootstrap_intervals(statistics, fold_of, seed)
    by_method = [
        {
            'method': method,
            'brier': percentile_estimate(
                float(np.mean((probability - target) ** 2)), draws[f'brier:{method}']
            ).as_json(),
            'ece': pivotal_estimate(
                expected_calibration_error(target, probability), draws[f'ece:{method}']
            ).as_json(),
        }
        for method, probability in methods.items()
    ]
    served = next(row for row in by_method if row['method'] == chosen.calibrator.method)
    figures = {
        name: percentile_estimate(chosen.metrics[name], draws[name]).as_json()
        for name in ('auc', 'accuracy', 'costPerClient')
    }
    threshold = percentile_estimate(chosen.threshold, draws['threshold']).as_json()
    return {**figures, 'brier': served['brier'], 'ece': served['ece'], 'threshold': threshold}, by_method


def _candidate(judged: Judgement, is_chosen: bool, target: np.ndarray, fold_of: np.ndarray) -> dict[str, Any]:
    model, imbalance = candidate_kind(judged.candidate.name)
    return {
        'name': judged.candidate.name,
        'model': model,
        'imbalance': imbalance,
        'chosen': is_chosen,
        'servable': judged.candidate.servable,
        **fold_figures(target, judged.probability, judged.refused, fold_of),
    }


def _no_selection(trained: TrainedModel) -> dict[str, Any]:
    names = len(trained.table.names)
    rule = 'Every feature that some tree of the final model splits on.'
    return {'candidateFeatures': names, 'selectedFeatures': names, 'rule': rule}


def _grid_point(point: dict[str, Any], chosen: dict[str, Any]) -> dict[str, Any]:
    parameters = {key: value for key, value in point.items() if key not in ('auc', 'aucFoldDeviation')}
    return {
        'parameters': parameters,
        'auc': {'mean': point['auc'], 'deviation': point['aucFoldDeviation']},
        'chosen': parameters == chosen,
    }


def _calibration_bin(row: dict[str, float]) -> dict[str, float]:
    observed = wilson_interval(round(row['observed'] * row['clients']), row['clients'])
    return {**row, 'observedLow': observed.low, 'observedHigh': observed.high}


def _short(content: Any, keep: float) -> Any:
    if isinstance(content, float):
        return content if content == keep else float(f'{content:.8g}')
    if isinstance(content, dict):
        return {key: _short(value, keep) for key, value in content.items()}
    if isinstance(content, list):
        return [_short(value, keep) for value in content]
    return content
