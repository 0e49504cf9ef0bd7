"""LightGBM as this project trains it: reproducible, float32, the imbalance answered one way or another."""

from typing import Any

import lightgbm
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin

from credit_model.absent_tables import blank_tables

IMBALANCE_ANSWERS = ('none', 'class_weight', 'undersampling')
GOOD_CLIENTS_PER_DEFAULT = 3


class BoostedTrees(ClassifierMixin, BaseEstimator):
    """A LightGBM classifier whose every fit gives the same trees from the same data and seed.

    Parameters
    ----------
    max_depth, num_leaves, n_estimators, min_child_samples : int
        As LightGBM names them. The rounds are fixed: no fold that judges ever stops the training.
    learning_rate, reg_lambda, colsample_bytree, subsample : float
        As LightGBM names them.
    imbalance : {'none', 'class_weight', 'undersampling'}
        What answers the rarity of defaults: nothing, weights that even out both classes, or three good clients
        drawn for each default.
    blanked_tables : dict, optional
        History table → its columns, blanked for some training clients (see `absent_tables`).
    blanked_share : float
        Share of the training clients for whom each table is blanked.
    seed : int
        Seed of all randomness.
    """

    def __init__(
        self,
        max_depth: int = 3,
        num_leaves: int = 8,
        n_estimators: int = 400,
        learning_rate: float = 0.03,
        min_child_samples: int = 200,
        reg_lambda: float = 100.0,
        colsample_bytree: float = 0.1,
        subsample: float = 0.8,
        imbalance: str = 'none',
        blanked_tables: dict[str, list[int]] | None = None,
        blanked_share: float = 0.0,
        seed: int = 7,
    ) -> None:
        self.max_depth = max_depth
        self.num_leaves = num_leaves
        self.n_estimators = n_estimators
        self.learning_rate = learning_rate
        self.min_child_samples = min_child_samples
        self.reg_lambda = reg_lambda
        self.colsample_bytree = colsample_bytree
        self.subsample = subsample
        self.imbalance = imbalance
        self.blanked_tables = blanked_tables
        self.blanked_share = blanked_share
        self.seed = seed

    def fit(self, features: np.ndarray, target: np.ndarray) -> 'BoostedTrees':
        """Train on float32 [clients, features] and 0/1 [clients]."""
        if self.imbalance not in IMBALANCE_ANSWERS:
            raise ValueError(
                f'imbalance is {self.imbalance!r}; expected one of {", ".join(IMBALANCE_ANSWERS)}'
            )
        features, target = self._drawn(features, np.asarray(target))
        features = blank_tables(features, self.blanked_tables or {}, self.blanked_share, self.seed)
        parameters = self._parameters()
        if self.imbalance == 'class_weight':
            parameters['scale_pos_weight'] = float((target == 0).sum() / max((target == 1).sum(), 1))
        data = lightgbm.Dataset(features, label=target, params=parameters, free_raw_data=True)
        self.booster_ = lightgbm.train(parameters, data, num_boost_round=self.n_estimators)
        self.classes_ = np.array([0, 1])
        return self

    def decision_function(self, features: np.ndarray) -> np.ndarray:
        """Return the raw score, log-odds before calibration: float64 [clients]."""
        return np.asarray(self.booster_.predict(features, raw_score=True, num_threads=1))

    def predict_proba(self, features: np.ndarray) -> np.ndarray:
        """Return the probabilities of repayment and default before calibration: float64 [clients, 2]."""
        probability = 1 / (1 + np.exp(-self.decision_function(features)))
        return np.column_stack([1 - probability, probability])

    def predict(self, features: np.ndarray) -> np.ndarray:
        """Return the likelier class of each client."""
        return (self.decision_function(features) > 0).astype(int)

    def _drawn(self, features: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        if self.imbalance != 'undersampling':
            return features, target
        good, defaults = np.flatnonzero(target == 0), np.flatnonzero(target == 1)
        size = min(len(good), GOOD_CLIENTS_PER_DEFAULT * len(defaults))
        drawn = np.random.default_rng(self.seed).choice(good, size=size, replace=False)
        rows = np.sort(np.concatenate([defaults, drawn]))
        return features[rows], target[rows]

    def _parameters(self) -> dict[str, Any]:
        return {
            'objective': 'binary',
            'max_depth': self.max_depth,
            'num_leaves': self.num_leaves,
            'learning_rate': self.learning_rate,
            'min_child_samples': self.min_child_samples,
            'reg_lambda': self.reg_lambda,
            'colsample_bytree': self.colsample_bytree,
            'subsample': self.subsample,
            'subsample_freq': 1,
            'seed': self.seed,
            'deterministic': True,
            'force_row_wise': True,
            'num_threads': 1,
            'verbose': -1,
        }
