"""The grid search: scikit-learn's `GridSearchCV` over a stated grid, on the same folds as everything else."""

from dataclasses import dataclass
from typing import Any

import joblib
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GridSearchCV, ParameterGrid, PredefinedSplit

from credit_model.boosted_trees import BoostedTrees
from credit_model.candidates import Recipe
from credit_model.folded_clients import FoldedClients
from credit_model.progress import Progress

WORKERS = 2
# A quarter of the committee tells points apart as well as the whole, in a quarter of the time.
SEARCHED_MEMBERS = 2
SHAPES = ((2, 4), (3, 8), (4, 12), (6, 24))
GENTLE = {'min_child_samples': [50], 'reg_lambda': [20.0], 'colsample_bytree': [0.2]}
STRONG = {'min_child_samples': [200], 'reg_lambda': [100.0], 'colsample_bytree': [0.1]}
# Shallow trees on few columns each: on real rows they rank better than deep ones, and explain far faster.
GRID: list[dict[str, list[Any]]] = [
    {'max_depth': [depth], 'num_leaves': [leaves], 'learning_rate': [0.07], **restraint}
    for depth, leaves in SHAPES
    for restraint in (GENTLE, STRONG)
]
QUICK_GRID: list[dict[str, list[Any]]] = [
    {
        'max_depth': [3],
        'num_leaves': [8],
        'learning_rate': [0.1],
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


class FoldedTrees(BaseEstimator):
    """Boosted trees that are handed positions of clients, and learn from their folds.

    `GridSearchCV` cuts the matrix that it is given; the features that depend on outcomes must be made anew for each
    cut. So it is given positions, and the clients' matrix is made here.

    Parameters
    ----------
    clients : FoldedClients
        All clients.
    recipe : Recipe
        Makes the trees.
    parameters : dict
        What the grid changes.
    """

    def __init__(
        self, clients: FoldedClients, recipe: Recipe, parameters: dict[str, Any] | None = None
    ) -> None:
        self.clients = clients
        self.recipe = recipe
        self.parameters = parameters

    def __sklearn_clone__(self) -> 'FoldedTrees':
        """Share the clients: a copy for each fit would fill the memory."""
        return FoldedTrees(self.clients, self.recipe, self.parameters)

    def fit(self, positions: np.ndarray, _target: np.ndarray) -> 'FoldedTrees':
        """Learn from the clients of whole folds."""
        self.folds_ = frozenset(int(fold) for fold in np.unique(self.clients.fold_of[positions]))
        learned = self.clients.training(self.folds_)
        if len(learned.target) != len(positions):
            raise ValueError('positions must be those of whole folds')
        self.trees_: BoostedTrees = self.recipe.boosted(learned.names, **(self.parameters or {}))
        self.trees_.fit(learned.features, learned.target)
        return self

    def decision_function(self, positions: np.ndarray) -> np.ndarray:
        """Score the clients of a fold that was not learned from: log-odds, float64 [clients]."""
        (fold,) = np.unique(self.clients.fold_of[positions])
        return self.trees_.decision_function(self.clients.judged(int(fold), self.folds_).features)


def search_grid(clients: FoldedClients, recipe: Recipe, grid: list[dict[str, list[Any]]]) -> SearchResult:
    """Choose hyperparameters by mean AUC over the folds.

    Parameters
    ----------
    clients : FoldedClients
        The clients in their folds.
    recipe : Recipe
        What the grid's values are set on.
    grid : list of dict
        As `GridSearchCV` takes it.

    Returns
    -------
    SearchResult
        The point with the best mean AUC.
    """
    points = [dict(point) for point in ParameterGrid(grid)]
    progress = Progress('Grid search', len(points) * len(clients.folds))

    def auc(fitted: FoldedTrees, judged: np.ndarray, truth: np.ndarray) -> float:
        progress.advance()
        return float(roc_auc_score(truth, fitted.decision_function(judged)))

    search = GridSearchCV(
        FoldedTrees(clients, recipe),
        {'parameters': points},
        scoring=auc,
        cv=PredefinedSplit(clients.fold_of),
        refit=False,
        n_jobs=WORKERS,
        error_score='raise',
    )
    # LightGBM releases the interpreter while it trains: threads share the one matrix instead of copying it.
    with joblib.parallel_config(backend='threading'):
        search.fit(np.arange(len(clients.fold_of)), clients.table.target)
    return _summarise(search)


def _summarise(search: GridSearchCV) -> SearchResult:
    results = search.cv_results_
    points = [point['parameters'] for point in results['params']]
    scores = np.column_stack([results[f'split{fold}_test_score'] for fold in range(search.n_splits_)])
    best = int(search.best_index_)
    without = [
        int(np.argmax(np.delete(scores, fold, axis=1).mean(axis=1))) for fold in range(scores.shape[1])
    ]
    table = [
        {**point, 'auc': float(row.mean()), 'aucFoldDeviation': float(row.std(ddof=1))}
        for point, row in zip(points, scores, strict=True)
    ]
    return SearchResult(dict(points[best]), table, sum(choice == best for choice in without))
