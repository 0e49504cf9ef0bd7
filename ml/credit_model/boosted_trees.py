"""LightGBM as this project trains it: a reproducible committee that hands over one forest."""

from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin

from credit_model.absent_tables import blank_tables
from credit_model.committee import CommitteeRules, train_committee

# A score must take less than a millisecond and its explanation less than five, whatever the grid prefers.
LARGEST_LEAF_COUNT = 40_000
WIDE = 150


def histogram_layout(features: int) -> dict[str, bool]:
    """Say how LightGBM lays histograms out; left to itself it would time both, and the trees depend on its choice.

    Parameters
    ----------
    features : int
        How many there are. By rows, all columns are read even where a tree uses few of them: on 115 columns that
        takes two thirds of the time by columns, on 237 and 340 more than twice as long.

    Returns
    -------
    dict
        One of LightGBM's parameters.
    """
    return {'force_col_wise' if features > WIDE else 'force_row_wise': True}


class BoostedTrees(ClassifierMixin, BaseEstimator):
    """A committee of LightGBM boosters, averaged in log-odds; the same data and seed give the same trees.

    Parameters
    ----------
    max_depth, num_leaves, min_child_samples : int
        As LightGBM names them.
    learning_rate, reg_lambda, colsample_bytree, subsample : float
        As LightGBM names them; the rows of ``subsample`` are drawn anew for every tree.
    members, parts : int
        Boosters in the committee, and parts that the training clients are split into: each member leaves one part
        out, and the committee stops where the left-out clients' mean loss is least. No client that judges the model
        is among them: they are training clients all.
    patience : int
        Rounds without a better loss after which training ends.
    max_rounds : int, optional
        Trees a member at most; unless given, as many as keep ``parts`` members within 40,000 leaves.
    imbalance : {'none', 'class_weight', 'undersampling', 'smote'}
        What answers the rarity of defaults; see `rebalance`.
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
        learning_rate: float = 0.07,
        min_child_samples: int = 200,
        reg_lambda: float = 100.0,
        colsample_bytree: float = 0.1,
        subsample: float = 0.65,
        members: int = 8,
        parts: int = 8,
        patience: int = 50,
        max_rounds: int | None = None,
        imbalance: str = 'none',
        blanked_tables: dict[str, list[int]] | None = None,
        blanked_share: float = 0.0,
        seed: int = 7,
    ) -> None:
        self.max_depth = max_depth
        self.num_leaves = num_leaves
        self.learning_rate = learning_rate
        self.min_child_samples = min_child_samples
        self.reg_lambda = reg_lambda
        self.colsample_bytree = colsample_bytree
        self.subsample = subsample
        self.members = members
        self.parts = parts
        self.patience = patience
        self.max_rounds = max_rounds
        self.imbalance = imbalance
        self.blanked_tables = blanked_tables
        self.blanked_share = blanked_share
        self.seed = seed

    def fit(self, features: np.ndarray, target: np.ndarray) -> 'BoostedTrees':
        """Train on float32 [clients, features] and 0/1 [clients]."""
        features = blank_tables(features, self.blanked_tables or {}, self.blanked_share, self.seed)
        rules = CommitteeRules(
            members=self.members,
            parts=self.parts,
            max_rounds=self.max_rounds or LARGEST_LEAF_COUNT // (self.parts * self.num_leaves),
            patience=self.patience,
            imbalance=self.imbalance,
            seed=self.seed,
        )
        parameters = self._parameters(features.shape[1])
        self.booster_, self.rounds_ = train_committee(features, np.asarray(target), parameters, rules)
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

    def _parameters(self, features: int) -> dict[str, Any]:
        return {
            'objective': 'binary',
            'metric': 'binary_logloss',
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
            **histogram_layout(features),
            'num_threads': 1,
            'verbose': -1,
        }
