"""95 % intervals by resampling clients: drawn with replacement within each fold, whatever their outcome.

The default rate therefore varies from draw to draw, as it does from one portfolio to the next.
"""

from collections.abc import Callable, Iterator

import numpy as np

from credit_model.evaluate import CALIBRATION_BINS
from credit_model.intervals import CONFIDENCE, Estimate
from credit_model.progress import Progress

DRAWS = 500
Statistic = Callable[[np.ndarray], float]


def bootstrap_intervals(
    statistics: dict[str, Statistic], fold_of: np.ndarray, seed: int, draws: int = DRAWS
) -> dict[str, np.ndarray]:
    """Compute statistics on the same draws of clients, so that they may be compared draw by draw.

    Parameters
    ----------
    statistics : dict
        Name → a function of how often each client was drawn, int64 [clients].
    fold_of : numpy.ndarray
        The fold of each client; each draw keeps every fold's size.
    seed : int
        The same seed gives the same draws.
    draws : int
        How many.

    Returns
    -------
    dict
        Name → the statistic in each draw, float64 [draws].
    """
    found = {name: np.empty(draws) for name in statistics}
    progress = Progress('Bootstrap', draws)
    for draw, counts in enumerate(draw_counts(fold_of, seed, draws)):
        for name, statistic in statistics.items():
            found[name][draw] = statistic(counts)
        progress.advance()
    return found


def draw_counts(fold_of: np.ndarray, seed: int, draws: int) -> Iterator[np.ndarray]:
    """Draw clients with replacement within their folds.

    Parameters
    ----------
    fold_of : numpy.ndarray
        The fold of each client.
    seed, draws : int
        Seed, and how many draws.

    Yields
    ------
    numpy.ndarray
        int64 [clients]: how often each was drawn.
    """
    generator = np.random.default_rng(seed)
    members = [np.flatnonzero(fold_of == fold) for fold in np.unique(fold_of)]
    for _ in range(draws):
        counts = np.zeros(len(fold_of), dtype=np.int64)
        for clients in members:
            drawn = generator.integers(0, len(clients), len(clients))
            counts[clients] = np.bincount(drawn, minlength=len(clients))
        yield counts


def percentile_estimate(estimate: float, draws: np.ndarray) -> Estimate:
    """Read an interval off the draws' percentiles.

    Parameters
    ----------
    estimate : float
        The figure on all clients.
    draws : numpy.ndarray
        It in each draw.

    Returns
    -------
    Estimate
        From the 2.5th to the 97.5th percentile.
    """
    low, high = _percentiles(draws)
    return Estimate(estimate, low, high)


def pivotal_estimate(estimate: float, draws: np.ndarray) -> Estimate:
    """Mirror the draws' percentiles at the figure: for a figure that resampling itself inflates.

    A calibration error is such a figure: drawing clients again adds the noise of a second sample to each bin.

    Parameters
    ----------
    estimate : float
        The figure on all clients, not negative.
    draws : numpy.ndarray
        It in each draw.

    Returns
    -------
    Estimate
        From 2 × figure − 97.5th percentile to 2 × figure − 2.5th percentile, never below zero nor without the figure.
    """
    low, high = _percentiles(draws)
    return Estimate(estimate, max(min(2 * estimate - high, estimate), 0.0), max(2 * estimate - low, estimate))


def mean_statistic(values: np.ndarray) -> Statistic:
    """Make a statistic of the mean of some values [clients]."""
    values = np.asarray(values, dtype=float)
    return lambda counts: float(counts @ values) / len(values)


def auc_statistic(target: np.ndarray, probability: np.ndarray, fold_of: np.ndarray) -> Statistic:
    """Make a statistic of the mean AUC over the folds.

    Parameters
    ----------
    target, probability, fold_of : numpy.ndarray
        0 or 1, probability of default, and fold of each client.

    Returns
    -------
    callable
        Takes counts [clients]. A fold drawn without a default, or without a good client, is left out of the mean.
    """
    ranked = []
    for fold in np.unique(fold_of):
        clients = np.flatnonzero(fold_of == fold)
        clients = clients[np.argsort(probability[clients], kind='stable')]
        starts = np.flatnonzero(np.diff(probability[clients], prepend=-1.0))
        ranked.append((clients, target[clients] == 1, starts))

    def auc(counts: np.ndarray) -> float:
        by_fold = []
        for clients, defaults, starts in ranked:
            drawn = counts[clients]
            bad = np.add.reduceat(drawn * defaults, starts)
            good = np.add.reduceat(drawn * ~defaults, starts)
            pairs = bad.sum() * good.sum()
            if pairs:
                by_fold.append(float(bad @ (np.cumsum(good) - good / 2)) / pairs)
        return float(np.mean(by_fold))

    return auc


def ece_statistic(target: np.ndarray, probability: np.ndarray, bins: int = CALIBRATION_BINS) -> Statistic:
    """Make a statistic of the expected calibration error, each draw binned anew.

    Parameters
    ----------
    target, probability : numpy.ndarray
        0 or 1, and probability of default [clients].
    bins : int
        How many bins of equal mass.

    Returns
    -------
    callable
        Takes counts [clients]; with ones it gives `expected_calibration_error`.
    """
    order = np.argsort(probability, kind='stable')
    gap = probability[order] - target[order]
    total = len(order)
    sizes = np.full(bins, total // bins)
    sizes[: total % bins] += 1
    edges = np.cumsum(sizes)[:-1]

    def ece(counts: np.ndarray) -> float:
        drawn = counts[order]
        upto = np.cumsum(drawn)
        at = np.searchsorted(upto, edges)
        gaps = np.cumsum(drawn * gap)
        # A client drawn several times may lie on both sides of an edge.
        sums = gaps[at] - (upto[at] - edges) * gap[at]
        return float(np.abs(np.diff(np.concatenate([[0.0], sums, gaps[-1:]]))).sum()) / total

    return ece


def repeated_statistic(
    statistic: Callable[[np.ndarray, np.ndarray], float], target: np.ndarray, probability: np.ndarray
) -> Statistic:
    """Make a statistic of any function of target and probability, by writing drawn clients out.

    Parameters
    ----------
    statistic : callable
        Takes target and probability.
    target, probability : numpy.ndarray
        0 or 1, and probability of default [clients].

    Returns
    -------
    callable
        Takes counts [clients].
    """
    # Sorted once, every draw is sorted already: sorting it again costs next to nothing.
    order = np.argsort(probability, kind='stable')
    target, probability = target[order], probability[order]
    return lambda counts: statistic(np.repeat(target, counts[order]), np.repeat(probability, counts[order]))


def _percentiles(draws: np.ndarray) -> tuple[float, float]:
    tail = 100 * (1 - CONFIDENCE) / 2
    low, high = np.percentile(draws, [tail, 100 - tail])
    return float(low), float(high)
