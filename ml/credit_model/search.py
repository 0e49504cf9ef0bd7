"""The grid search: scikit-learn's `GridSearchCV` over a stated grid, on the same folds as everything else."""

from dataclasses import dataclass
from typing import Any

import joblib
import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GridSearchCV, ParameterGrid, PredefinedSplit

from credit_model.boosted_trees import BoostedTrees
from credit_model.progress import Progress

WORKERS = 2
# Shallow trees on few columns each: on real rows they rank better than deep ones, and explain far faster.
GRID: list[dict[str, list[Any]]] = [
    {
        'max_depth': [3],
        'num_leaves': [8],
        'n_estimators': [300, 600],
        'learning_rate': [0.04],
        'min_child_samples': [200],
        'reg_lambda': [100.0],
        'colsample_bytree': [0.1],
    },
    {
        'max_depth': [3],
        'num_leaves': [8],
        'n_estimators': [800],
        'learning_rate': [0.03],
        'min_child_samples': [100],
        'reg_lambda': [30.0],
        'colsample_bytree': [0.2],
    },
    {
        'max_depth': [2],
        'num_leaves': [4],
        'n_estimators': [600],
        'learning_rate': [0.03],
        'min_child_samples': [200],
        'reg_lambda': [100.0],
        'colsample_bytree': [0.1],
    },
    {
        'max_depth': [6],
        'num_leaves': [24],
        'n_estimators': [200],
        'learning_rate': [0.03],
        'min_child_samples': [200],
        'reg_lambda': [100.0],
        'colsample_bytree': [0.1],
    },
]
QUICK_GRID: list[dict[str, list[Any]]] = [
    {
        'max_depth': [3],
        'num_leaves': [8],
        'n_estimators': [200],
        'learning_rate': [0.05],
        'min_child_samples': [20],
        'reg_lambda': [10.0],
        'colsample_bytree': [0.5],
    }
]


@dataclass(frozen=True)
class SearchResult:
    """What the grid search found.

    Attributes
    ----------
    parameters : dict
        The chosen point.
    table : list of dict
        Every point with its mean AUC and deviation over the folds.
    agreement : int
        In how many folds the other folds alone would have chosen the same point: how little the choice owes to
        the fold that judges it.
    """

    parameters: dict[str, Any]
    table: list[dict[str, Any]]
    agreement: int


def search_grid(
    features: np.ndarray,
    target: np.ndarray,
    fold_of: np.ndarray,
    estimator: BoostedTrees,
    grid: list[dict[str, list[Any]]],
) -> SearchResult:
    """Choose hyperparameters by mean AUC over the folds.

    Parameters
    ----------
    features, target : numpy.ndarray
        float32 [clients, features] and 0/1 [clients].
    fold_of : numpy.ndarray
        The fold of each client.
    estimator : BoostedTrees
        What the grid's values are set on.
    grid : list of dict
        As `GridSearchCV` takes it.

    Returns
    -------
    SearchResult
        The point with the best mean AUC.
    """
    points = list(ParameterGrid(grid))
    progress = Progress('Grid search', len(points) * len(np.unique(fold_of)))

    def auc(fitted: BoostedTrees, judged: np.ndarray, truth: np.ndarray) -> float:
        progress.advance()
        return float(roc_auc_score(truth, fitted.decision_function(judged)))

    search = GridSearchCV(
        estimator,
        grid,
        scoring=auc,
        cv=PredefinedSplit(fold_of),
        refit=False,
        n_jobs=WORKERS,
        error_score='raise',
    )
    # LightGBM releases the interpreter while it trains: threads share the one matrix instead of copying it.
    with joblib.parallel_config(backend='threading'):
        search.fit(features, target)
    return _summarise(search)


def _summarise(search: GridSearchCV) -> SearchResult:
    results = search.cv_results_
    scores = np.column_stack([results[f'split{fold}_test_score'] for fold in range(search.n_splits_)])
    best = int(search.best_index_)
    without = [
        int(np.argmax(np.delete(scores, fold, axis=1).mean(axis=1))) for fold in range(scores.shape[1])
    ]
    table = [
        {**point, 'auc': float(row.mean()), 'aucFoldDeviation': float(row.std(ddof=1))}
        for point, row in zip(results['params'], scores, strict=True)
    ]
    return SearchResult(dict(search.best_params_), table, sum(choice == best for choice in without))
