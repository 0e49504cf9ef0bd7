"""The models that are compared, all on the same folds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import QuantileTransformer

from credit_model.boosted_trees import BoostedTrees

LOWEST_PROBABILITY = 1e-6


@dataclass(frozen=True)
class Candidate:
    """One way to model default.

    Attributes
    ----------
    name, description : str
        How tables call it, and what it is.
    build : callable
        Makes a fresh, unfitted estimator.
    servable : bool
        Whether it can be exported to a bundle; the others are there for comparison.
    """

    name: str
    description: str
    build: Callable[[], Any]
    servable: bool


def build_candidates(parameters: dict[str, Any], seed: int) -> list[Candidate]:
    """List the candidates.

    Parameters
    ----------
    parameters : dict
        What the grid search chose for `BoostedTrees`.
    seed : int
        Seed of all randomness.

    Returns
    -------
    list of Candidate
        A dummy, a logistic regression, and LightGBM with the imbalance answered in three ways.
    """
    boosted = {
        'none': ('lightgbm', 'LightGBM, the imbalance left as it is'),
        'class_weight': ('lightgbm-class-weight', 'LightGBM, both classes weighted evenly'),
        'undersampling': ('lightgbm-undersampling', 'LightGBM on three good clients for each default'),
    }
    return [
        Candidate('dummy', 'The default rate for everyone', lambda: DummyClassifier(strategy='prior'), False),
        Candidate('logistic-regression', 'Logistic regression on quantiles', lambda: _logistic(seed), False),
        *[
            Candidate(name, description, _builder(parameters, imbalance, seed), True)
            for imbalance, (name, description) in boosted.items()
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


def _builder(parameters: dict[str, Any], imbalance: str, seed: int) -> Callable[[], BoostedTrees]:
    return lambda: BoostedTrees(**{**parameters, 'imbalance': imbalance, 'seed': seed})


def _logistic(seed: int) -> Any:
    return make_pipeline(
        SimpleImputer(strategy='median', keep_empty_features=True),
        QuantileTransformer(
            n_quantiles=100, output_distribution='normal', subsample=20_000, random_state=seed
        ),
        LogisticRegression(C=0.002, max_iter=300),
    )
