"""The default rate of the nearest training clients: a feature that the model fits, as scikit-learn's TargetEncoder.

Its definition, to the last bit, is what the server computes from the bundle's ``neighbours.bin``: a coordinate is
(x − centre) / scale in doubles, rounded to float32; a distance is the sum of squared differences of coordinates, in
doubles, in the inputs' order; all clients as near as the 500th nearest count.
"""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree
from sklearn.base import BaseEstimator, TransformerMixin

FEATURE = 'nearest_clients_default_rate'
INPUTS = ('external_score1', 'external_score2', 'external_score3', 'credit_to_annuity_ratio')
SIZE = 500
# Neighbours fetched beyond those needed, so that equal distances rarely reach past what was fetched.
SPARE = 16
BATCH = 2_000
# How far apart the tree's own rounding of a distance and ours can be.
ROUNDING = 1e-9
EVERYONE = -1


@dataclass(frozen=True)
class Standardisation:
    """What makes a coordinate of an input.

    Attributes
    ----------
    fills, centres, scales : tuple of float
        For each input what stands for an unknown value (the median), and the mean and standard deviation after that.
    """

    fills: tuple[float, ...]
    centres: tuple[float, ...]
    scales: tuple[float, ...]

    @staticmethod
    def of(inputs: np.ndarray) -> 'Standardisation':
        """Measure float32 [clients, inputs], NaN where unknown; an input known of nobody counts as zero."""
        fills, centres, scales = [], [], []
        for column in inputs.T.astype(float):
            known = column[~np.isnan(column)]
            fills.append(float(np.median(known)) if len(known) else 0.0)
            filled = np.where(np.isnan(column), fills[-1], column)
            centres.append(float(filled.mean()))
            scales.append(float(filled.std()) or 1.0)
        return Standardisation(tuple(fills), tuple(centres), tuple(scales))

    def place(self, inputs: np.ndarray) -> np.ndarray:
        """Turn float32 [clients, inputs] into coordinates, float32 of the same shape."""
        filled = np.where(np.isnan(inputs), self.fills, inputs.astype(float))
        return ((filled - self.centres) / self.scales).astype(np.float32)


class NearestDefaultRate(TransformerMixin, BaseEstimator):
    """Default rate of the nearest training clients.

    Like `TargetEncoder`, ``fit_transform`` is not ``fit`` and then ``transform``: a training client's rate comes from
    the clients of the other folds alone, so that no outcome feeds its own feature, while ``transform`` asks all.

    Parameters
    ----------
    size : int
        How many nearest clients count, and with them all who are as near as the last.
    standardisation : Standardisation, optional
        What makes coordinates; measured by ``fit`` unless given.
    """

    def __init__(self, size: int = SIZE, standardisation: Standardisation | None = None) -> None:
        self.size = size
        self.standardisation = standardisation

    def fit(self, inputs: np.ndarray, target: np.ndarray, fold_of: np.ndarray) -> 'NearestDefaultRate':
        """Keep the training clients: float32 [clients, inputs], 0/1 [clients] and the fold of each."""
        self.standardisation_ = self.standardisation or Standardisation.of(inputs)
        self.places_ = self.standardisation_.place(inputs)
        self.target_ = np.asarray(target)
        self.fold_of_ = np.asarray(fold_of)
        self.folds_ = tuple(int(fold) for fold in np.unique(fold_of))
        return self

    def transform(self, inputs: np.ndarray) -> np.ndarray:
        """Rate clients who are not among the training clients: float32 [clients, 1]."""
        found = FoldDistances(self).rates(self.standardisation_.place(inputs), [frozenset(self.folds_)])
        return found[:, :1]

    def fit_transform(self, inputs: np.ndarray, target: np.ndarray, fold_of: np.ndarray) -> np.ndarray:
        """Fit, and rate each training client by the other folds: float32 [clients, 1]."""
        self.fit(inputs, target, fold_of)
        distances, rates = FoldDistances(self), np.full((len(inputs), 1), np.nan, dtype=np.float32)
        for fold in self.folds_:
            rows = self.fold_of_ == fold
            rates[rows] = distances.rates(self.places_[rows], [frozenset(self.folds_) - {fold}])
        return rates


class FoldDistances:
    """Finds a client's nearest in each fold once, and from them the rate among any folds together.

    Parameters
    ----------
    fitted : NearestDefaultRate
        The training clients.
    workers : int
        Threads of the search.
    """

    def __init__(self, fitted: NearestDefaultRate, workers: int = 1) -> None:
        self._size, self._workers = fitted.size, workers
        self._places = {fold: fitted.places_[fitted.fold_of_ == fold] for fold in fitted.folds_}
        self._target = {fold: fitted.target_[fitted.fold_of_ == fold] for fold in fitted.folds_}
        self._trees = {fold: cKDTree(places) for fold, places in self._places.items()}

    def rates(self, places: np.ndarray, unions: list[frozenset[int]]) -> np.ndarray:
        """Rate clients among the training clients of some folds.

        Parameters
        ----------
        places : numpy.ndarray
            float32 [clients, inputs]: coordinates.
        unions : list of frozenset
            Folds whose clients are eligible, once a column of the answer.

        Returns
        -------
        numpy.ndarray
            float32 [clients, unions]: defaults ÷ clients among the nearest; NaN where nobody is eligible.
        """
        answer = np.full((len(places), len(unions)), np.nan, dtype=np.float32)
        for start in range(0, len(places), BATCH):
            part = slice(start, start + BATCH)
            self._rate_batch(places[part], unions, answer[part])
        return answer

    def _rate_batch(self, places: np.ndarray, unions: list[frozenset[int]], answer: np.ndarray) -> None:
        smallest = min((len(union) for union in unions if union), default=1)
        # Folds are random parts of the same clients: each holds about as many of the nearest.
        fetched = self._size // smallest + (0 if smallest == 1 else self._size // 5) + SPARE
        nearest = {fold: self._nearest_of_fold(places, fold, fetched) for fold in frozenset().union(*unions)}
        for column, union in enumerate(unions):
            if not union:
                continue
            distances = np.concatenate([nearest[fold][0] for fold in sorted(union)], axis=1)
            defaults = np.concatenate([nearest[fold][1] for fold in sorted(union)], axis=1)
            radius = self._radius(distances)
            within = distances <= radius[:, None]
            answer[:, column] = (within & (defaults == 1)).sum(axis=1) / within.sum(axis=1)
            seen = np.min([nearest[fold][2] for fold in union], axis=0)
            for row in np.flatnonzero(radius * (1 + ROUNDING) >= seen):
                answer[row, column] = self._rate_of_one(places[row], union)

    def _nearest_of_fold(
        self, places: np.ndarray, fold: int, fetched: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Squared distances and outcomes of a fold's nearest, and the distance beyond which some were not fetched."""
        count = min(fetched, len(self._places[fold]))
        _, found = self._trees[fold].query(places, k=np.arange(1, count + 1), workers=self._workers)
        distances = squared_distances(places[:, None, :], self._places[fold][found])
        all_fetched = count == len(self._places[fold])
        seen = np.full(len(places), np.inf) if all_fetched else distances.max(axis=1)
        return distances, self._target[fold][found], seen

    def _rate_of_one(self, place: np.ndarray, union: frozenset[int]) -> float:
        distances = np.concatenate([squared_distances(place, self._places[fold]) for fold in sorted(union)])
        target = np.concatenate([self._target[fold] for fold in sorted(union)])
        within = distances <= self._radius(distances[None])[0]
        return float(target[within].sum() / within.sum())

    def _radius(self, distances: np.ndarray) -> np.ndarray:
        last = min(self._size, distances.shape[1]) - 1
        return np.partition(distances, last, axis=1)[:, last]


def squared_distances(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Sum the squared differences of float32 coordinates in doubles, in the inputs' order.

    Parameters
    ----------
    one, other : numpy.ndarray
        float32 [..., inputs], shapes that broadcast.

    Returns
    -------
    numpy.ndarray
        float64 [...].
    """
    total = np.zeros(np.broadcast_shapes(one.shape, other.shape)[:-1])
    for axis in range(one.shape[-1]):
        difference = one[..., axis].astype(float) - other[..., axis].astype(float)
        total += difference * difference
    return total
