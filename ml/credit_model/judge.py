"""Honest figures: no probability, calibration or threshold ever judges a client it has seen."""

from dataclasses import dataclass
from itertools import combinations

import joblib
import numpy as np

from credit_model.calibrate import METHODS, Calibrator, fit_calibrator
from credit_model.candidates import Candidate, score_log_odds
from credit_model.decision import choose_threshold
from credit_model.evaluate import client_costs, evaluate, expected_calibration_error
from credit_model.folded_clients import FoldedClients
from credit_model.progress import Progress
from credit_model.search import WORKERS

# Folds alone make the error of one calibration differ by as much from run to run.
NEGLIGIBLE_CALIBRATION_ERROR = 0.001


@dataclass(frozen=True)
class Judgement:
    """A candidate's out-of-fold figures, and what serving it would take.

    Attributes
    ----------
    candidate : Candidate
        Who was judged.
    metrics : dict
        The manifest's figures.
    calibrator : Calibrator
        The chosen calibration, fitted on the out-of-fold scores of all clients.
    probability_by_method : dict
        Calibration → out-of-fold probability of each client.
    threshold : float
        Chosen on all out-of-fold probabilities.
    probability, costs : numpy.ndarray
        Out-of-fold probability and cost of each client.
    refused : numpy.ndarray
        bool [clients]: out-of-fold decisions, each at a threshold chosen on the other folds.
    """

    candidate: Candidate
    metrics: dict[str, float]
    calibrator: Calibrator
    probability_by_method: dict[str, np.ndarray]
    threshold: float
    probability: np.ndarray
    costs: np.ndarray
    refused: np.ndarray


def judge_candidate(candidate: Candidate, clients: FoldedClients) -> Judgement:
    """Judge a candidate by nested cross-validation.

    For each fold, the model is trained on the other folds; its calibration and threshold come from scores that
    models without that fold gave to the others' clients.

    Parameters
    ----------
    candidate : Candidate
        Who is judged.
    clients : FoldedClients
        The clients in their folds.

    Returns
    -------
    Judgement
        Figures at the calibration that `choose_method` chooses.
    """
    target, fold_of = clients.table.target, clients.fold_of
    outer, inner = nested_scores(candidate, clients)
    by_method = {method: _calibrate_out_of_fold(method, outer, inner, target, fold_of) for method in METHODS}
    method = choose_method({name: judged for name, (judged, _) in by_method.items()}, target)
    probability, thresholds = by_method[method]
    refused = probability >= thresholds[fold_of]
    threshold = choose_threshold(target, probability)
    return Judgement(
        candidate=candidate,
        metrics=evaluate(target, probability, refused, fold_of, threshold),
        calibrator=fit_calibrator(method, outer, target),
        probability_by_method={name: judged for name, (judged, _) in by_method.items()},
        threshold=threshold,
        probability=probability,
        costs=client_costs(target, refused),
        refused=refused,
    )


def nested_scores(candidate: Candidate, clients: FoldedClients) -> tuple[np.ndarray, np.ndarray]:
    """Score every client by models that did not see it, nor a second fold.

    Parameters
    ----------
    candidate : Candidate
        Whose estimators are trained.
    clients : FoldedClients
        The clients in their folds.

    Returns
    -------
    outer : numpy.ndarray
        [clients]: the score by the model trained without the client's fold.
    inner : numpy.ndarray
        [folds, clients]: row k holds scores by models that saw neither fold k nor the client's; NaN on fold k.
    """
    fold_of, folds = clients.fold_of, sorted(clients.folds)
    left_out = [(fold,) for fold in folds] + list(combinations(folds, 2))
    progress = Progress(f'Judging {candidate.name}', len(left_out))

    def fit_without(absent: tuple[int, ...]) -> list[np.ndarray]:
        learned_from = clients.folds - set(absent)
        learned = clients.training(learned_from)
        fitted = candidate.build(learned.names).fit(learned.features, learned.target)
        scores = [score_log_odds(fitted, clients.judged(fold, learned_from).features) for fold in absent]
        progress.advance()
        return scores

    results = joblib.Parallel(n_jobs=WORKERS, backend='threading')(
        joblib.delayed(fit_without)(absent) for absent in left_out
    )
    outer = np.empty(len(fold_of))
    inner = np.full((len(folds), len(fold_of)), np.nan)
    for absent, scores in zip(left_out, results, strict=True):
        if len(absent) == 1:
            outer[fold_of == absent[0]] = scores[0]
        else:
            first, second = absent
            inner[second, fold_of == first], inner[first, fold_of == second] = scores
    return outer, inner


def choose_method(probabilities: dict[str, np.ndarray], target: np.ndarray) -> str:
    """Choose the calibration by Brier score, then by expected calibration error.

    Parameters
    ----------
    probabilities : dict
        Method → out-of-fold probabilities [clients], simplest method first.
    target : numpy.ndarray
        0 or 1 [clients].

    Returns
    -------
    str
        The simplest of those whose Brier score exceeds the best by at most one standard error of their difference
        and, among them, whose calibration error exceeds the least by at most 0.001.
    """
    losses = {name: (probability - target) ** 2 for name, probability in probabilities.items()}
    best = min(losses.values(), key=lambda loss: float(loss.mean()))
    close = [name for name, loss in losses.items() if _is_within_noise(loss, best, standard_errors=1)]
    errors = {name: expected_calibration_error(target, probabilities[name]) for name in close}
    return next(name for name in close if errors[name] <= min(errors.values()) + NEGLIGIBLE_CALIBRATION_ERROR)


def choose_candidate(judgements: list[Judgement]) -> Judgement:
    """Choose by cost, then by AUC, among the candidates that can be served.

    Cost is a few heavy mistakes' doing and so noisy: a lower cost within noise never outweighs a better ranking.

    Parameters
    ----------
    judgements : list of Judgement
        All candidates, judged on the same clients and folds.

    Returns
    -------
    Judgement
        The highest AUC among those whose cost exceeds the lowest by at most two standard errors of the difference.
    """
    servable = [judged for judged in judgements if judged.candidate.servable]
    cheapest = min(servable, key=lambda judged: judged.metrics['costPerClient'])
    close = [
        judged for judged in servable if _is_within_noise(judged.costs, cheapest.costs, standard_errors=2)
    ]
    return max(close, key=lambda judged: judged.metrics['auc'])


def _is_within_noise(losses: np.ndarray, least: np.ndarray, standard_errors: float) -> bool:
    """Tell whether clients' losses exceed the least ones by no more than chance explains."""
    difference = losses - least
    return bool(difference.mean() <= standard_errors * difference.std() / np.sqrt(len(difference)))


def _calibrate_out_of_fold(
    method: str, outer: np.ndarray, inner: np.ndarray, target: np.ndarray, fold_of: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    probability, thresholds = np.empty(len(target)), np.empty(len(inner))
    for fold in range(len(inner)):
        judged, others = fold_of == fold, fold_of != fold
        calibrator = fit_calibrator(method, inner[fold, others], target[others])
        probability[judged] = calibrator.probability(outer[judged])
        thresholds[fold] = choose_threshold(target[others], calibrator.probability(inner[fold, others]))
    return probability, thresholds
