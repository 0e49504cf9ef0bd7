"""The models that are compared, all on the same folds and the same features."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import QuantileTransformer, StandardScaler

from credit_model.absent_tables import positions_of
from credit_model.boosted_trees import BoostedTrees

LOWEST_PROBABILITY = 1e-6
BOOSTED = {
    'none': ('lightgbm', 'LightGBM, the imbalance left as it is'),
    'class_weight': ('lightgbm-class-weight', 'LightGBM, both classes weighted evenly'),
    'undersampling': ('lightgbm-undersampling', 'LightGBM on three good clients for each default'),
    'smote': (
        'lightgbm-smote',
        'LightGBM on unknown values imputed, defaults made up by SMOTE to one for three good clients',
    ),
}


@dataclass(frozen=True)
class Candidate:
    """One way to model default.

    Attributes
    ----------
    name, description : str
        How tables call it, and what it is.
    build : callable
        Makes a fresh, unfitted estimator for the features named.
    servable : bool
        Whether it can be exported to a bundle; the others are there for comparison.
    """

    name: str
    description: str
    build: Callable[[tuple[str, ...]], Any]
    servable: bool


@dataclass(frozen=True)
class Recipe:
    """What all boosted candidates have in common.

    Attributes
    ----------
    parameters : dict
        What the grid search chose for `BoostedTrees`.
    tables : dict
        History table → names of the features that it feeds, blanked for some training clients.
    blanked_share : float
        For how many.
    seed : int
        Seed of all randomness.
    forest_trees : int
        Trees of the random forest that stands beside them.
    """

    parameters: dict[str, Any]
    tables: dict[str, frozenset[str]]
    blanked_share: float
    seed: int
    forest_trees: int = 100

    def boosted(self, names: tuple[str, ...], **changes: Any) -> BoostedTrees:
        """Make unfitted boosted trees for the features named, with some parameters changed."""
        fixed = {
            'blanked_tables': positions_of(self.tables, names),
            'blanked_share': self.blanked_share,
            'seed': self.seed,
        }
        return BoostedTrees(**{**fixed, **self.parameters, **changes})


def build_candidates(recipe: Recipe) -> list[Candidate]:
    """List the candidates.

    Parameters
    ----------
    recipe : Recipe
        What the boosted ones have in common.

    Returns
    -------
    list of Candidate
        A dummy, a logistic regression, a random forest, and LightGBM with the imbalance answered in four ways. SMOTE
        knows no unknown values: its candidate is given imputed features, and so can't be served by a graph of trees.
    """
    seed = recipe.seed
    return [
        Candidate(
            'dummy', 'The default rate for everyone', lambda _: DummyClassifier(strategy='prior'), False
        ),
        Candidate(
            'logistic-regression', 'Logistic regression on quantiles', lambda _: _logistic(seed), False
        ),
        Candidate(
            'random-forest', 'Random forest, a third of the clients a tree', lambda _: _forest(recipe), False
        ),
        *[
            Candidate(name, description, _builder(recipe, imbalance), imbalance != 'smote')
            for imbalance, (name, description) in BOOSTED.items()
        ],
    ]


def score_log_odds(estimator: Any, features: np.ndarray) -> np.ndarray:
    """Score clients with any fitted candidate.

    Parameters
    ----------
    estimator : object
        A fitted estimator.
    features : numpy.ndarray
        float32 [clients, features].

    Returns
    -------
    numpy.ndarray
        float64 [clients]: log-odds of default before calibration.
    """
    if hasattr(estimator, 'decision_function'):
        return np.asarray(estimator.decision_function(features), dtype=float)
    probability = np.clip(estimator.predict_proba(features)[:, 1], LOWEST_PROBABILITY, 1 - LOWEST_PROBABILITY)
    return np.log(probability / (1 - probability))


def _builder(recipe: Recipe, imbalance: str) -> Callable[[tuple[str, ...]], Any]:
    def build(names: tuple[str, ...]) -> Any:
        boosted = recipe.boosted(names, imbalance=imbalance)
        if imbalance != 'smote':
            return boosted
        # Nothing stays unknown, so no table is blanked; distances between clients need one scale.
        boosted.set_params(blanked_tables=None)
        return make_pipeline(_imputer(), StandardScaler(), boosted)

    return build


def _imputer() -> SimpleImputer:
    return SimpleImputer(strategy='median', keep_empty_features=True)


def _logistic(seed: int) -> Any:
    return make_pipeline(
        _imputer(),
        QuantileTransformer(
            n_quantiles=100, output_distribution='normal', subsample=20_000, random_state=seed
        ),
        LogisticRegression(C=0.002, max_iter=300),
    )


def _forest(recipe: Recipe) -> RandomForestClassifier:
    return RandomForestClassifier(
        n_estimators=recipe.forest_trees,
        min_samples_leaf=30,
        max_features='sqrt',
        max_samples=0.33,
        n_jobs=1,
        random_state=recipe.seed,
    )
