"""The training clients by fold: what a model may learn from, and how it sees those whom it judges."""

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from credit_model.load import TrainingTable
from credit_model.neighbours import FEATURE, INPUTS, FoldDistances, NearestDefaultRate, Standardisation
from credit_model.progress import Progress
from credit_model.select_features import measure_gains, select_features


@dataclass(frozen=True)
class FoldRows:
    """Clients as a model that learned from some folds sees them.

    Attributes
    ----------
    features : numpy.ndarray
        float32 [clients, features].
    target : numpy.ndarray
        0 or 1 [clients].
    names : tuple of str
        The features' names.
    """

    features: np.ndarray
    target: np.ndarray
    names: tuple[str, ...]


@dataclass(frozen=True)
class FoldedClients:
    """Training clients in folds; every number that depends on outcomes is made anew for each set of folds learned from.

    Attributes
    ----------
    table : TrainingTable
        The clients with all candidate features that do not depend on outcomes.
    fold_of : numpy.ndarray
        int8 [clients]: the fold of each client.
    gains : dict
        Folds → each feature's share of the gain in a forest that saw their clients alone: features are selected by it.
    rates : dict
        Folds → default rate of a client's nearest 500 among them, float32 [clients]; NaN for their own clients. Empty
        where the table lacks an input.
    """

    table: TrainingTable
    fold_of: np.ndarray
    gains: dict[frozenset[int], np.ndarray]
    rates: dict[frozenset[int], np.ndarray]

    @property
    def folds(self) -> frozenset[int]:
        """All folds."""
        return frozenset(range(int(self.fold_of.max()) + 1))

    def training(self, folds: frozenset[int]) -> FoldRows:
        """Give the clients of some folds to learn from.

        Parameters
        ----------
        folds : frozenset of int
            Their outcomes alone select the features and make the rates of nearest clients; a client's own fold does
            not enter its rate.

        Returns
        -------
        FoldRows
            In the table's order.
        """
        rates = None
        if self.rates:
            rates = np.full(len(self.fold_of), np.nan, dtype=np.float32)
            for fold in sorted(folds):
                rows = self.fold_of == fold
                if folds - {fold}:
                    rates[rows] = self.rates[folds - {fold}][rows]
        return self._rows(np.isin(self.fold_of, sorted(folds)), folds, rates)

    def judged(self, fold: int, folds: frozenset[int]) -> FoldRows:
        """Give the clients of a fold as a model sees them that learned from other folds.

        Parameters
        ----------
        fold : int
            Who is judged.
        folds : frozenset of int
            The folds that the model learned from; ``fold`` is not among them.

        Returns
        -------
        FoldRows
            In the table's order.
        """
        if fold in folds:
            raise ValueError(f'fold {fold} cannot judge a model that learned from it')
        return self._rows(self.fold_of == fold, folds, self.rates[folds] if self.rates else None)

    def without(self, absent: frozenset[str]) -> 'FoldedClients':
        """Give the same clients in the same folds without some features, given by name."""
        kept = [position for position, name in enumerate(self.table.names) if name not in absent]
        # A rate tells the values that it is made from.
        keeps_rates = FEATURE not in absent and not absent & set(INPUTS)
        return replace(
            self,
            table=self.table.subset([self.table.names[position] for position in kept]),
            gains={folds: shares[kept] for folds, shares in self.gains.items()},
            rates=self.rates if keeps_rates else {},
        )

    def _rows(self, rows: np.ndarray, folds: frozenset[int], rates: np.ndarray | None) -> FoldRows:
        selected = select_features(self.gains, folds)
        names = tuple(self.table.names[position] for position in selected)
        features = self.table.features[np.ix_(rows, selected)]
        if rates is not None:
            features, names = np.column_stack([features, rates[rows]]), (*names, FEATURE)
        return FoldRows(features, self.table.target[rows], names)


def fold_clients(table: TrainingTable, fold_of: np.ndarray, seed: int, workers: int) -> FoldedClients:
    """Prepare training clients for cross-validation: once a run, for all candidates and grid points.

    Parameters
    ----------
    table : TrainingTable
        The labelled clients.
    fold_of : numpy.ndarray
        The fold of each client.
    seed : int
        Seed of all randomness.
    workers : int
        Threads.

    Returns
    -------
    FoldedClients
        With gains by folds, and rates of nearest clients where the table has their inputs.
    """
    return FoldedClients(
        table=table,
        fold_of=fold_of,
        gains=measure_gains(table.features, table.target, fold_of, seed, workers),
        rates=_fold_rates(table, fold_of, workers) if set(INPUTS) <= set(table.names) else {},
    )


def neighbour_inputs(table: TrainingTable) -> np.ndarray:
    """Take the inputs of `NearestDefaultRate` out of a table: float32 [clients, 4]."""
    return table.features[:, [table.names.index(name) for name in INPUTS]]


def _fold_rates(table: TrainingTable, fold_of: np.ndarray, workers: int) -> dict[frozenset[int], np.ndarray]:
    inputs = neighbour_inputs(table)
    # Coordinates hold no outcome: one measure of the inputs serves every split, so that all can share the distances.
    fitted = NearestDefaultRate(standardisation=Standardisation.of(inputs)).fit(inputs, table.target, fold_of)
    distances = FoldDistances(fitted, workers)
    rates: dict[frozenset[int], np.ndarray] = {}
    progress = Progress('Nearest clients', len(fitted.folds_))
    for fold in fitted.folds_:
        others = sorted(set(fitted.folds_) - {fold})
        sizes = range(max(len(others) - 2, 1), len(others) + 1)
        unions = [frozenset(union) for size in sizes for union in combinations(others, size)]
        rows = fold_of == fold
        for union, found in zip(unions, distances.rates(fitted.places_[rows], unions).T, strict=True):
            rates.setdefault(union, np.full(len(fold_of), np.nan, dtype=np.float32))[rows] = found
        progress.advance()
    return rates
