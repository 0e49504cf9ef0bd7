"""From raw scores to probabilities: none, sigmoid or isotonic, each an exact small graph in ONNX."""

from dataclasses import dataclass, field

import numpy as np
from sklearn.isotonic import isotonic_regression
from sklearn.linear_model import LogisticRegression

METHODS = ('none', 'sigmoid', 'isotonic')
ISOTONIC_GROUPS = 20
SMALLEST_KNOT_GAP = 0.02
SMALLEST_RISE = 1e-9


@dataclass(frozen=True)
class Calibrator:
    """A map from log-odds to a probability that never falls.

    Attributes
    ----------
    method : {'none', 'sigmoid', 'isotonic'}
        ``none``: the logistic function. ``sigmoid``: the logistic function of ``slope`` × score + ``intercept``.
        ``isotonic``: straight lines between ``knots`` (log-odds) and their ``levels`` (probabilities), flat outside
        the scores that it was fitted on.
    """

    method: str
    slope: float = 1.0
    intercept: float = 0.0
    knots: np.ndarray = field(default_factory=lambda: np.empty(0))
    levels: np.ndarray = field(default_factory=lambda: np.empty(0))

    def probability(self, score: np.ndarray) -> np.ndarray:
        """Calibrate raw scores (log-odds) [clients] into probabilities of default, float64 [clients]."""
        if self.method == 'isotonic':
            return np.interp(score, self.knots, self.levels)
        return 1 / (1 + np.exp(-(self.slope * score + self.intercept)))


def fit_calibrator(method: str, score: np.ndarray, target: np.ndarray) -> Calibrator:
    """Fit a calibration on scores from models that did not see these clients.

    Parameters
    ----------
    method : {'none', 'sigmoid', 'isotonic'}
        Which calibration.
    score : numpy.ndarray
        Raw scores, log-odds [clients].
    target : numpy.ndarray
        0 or 1 [clients].

    Returns
    -------
    Calibrator
        The fitted map. A sigmoid that would turn the order of clients round is replaced by ``slope`` 0.
    """
    if method == 'none':
        return Calibrator('none')
    if method == 'sigmoid':
        fitted = LogisticRegression(C=1e6, tol=1e-8, max_iter=1000).fit(score[:, None], target)
        return Calibrator(
            'sigmoid', slope=max(float(fitted.coef_[0, 0]), 0.0), intercept=float(fitted.intercept_[0])
        )
    if method == 'isotonic':
        knots, levels = _isotonic_knots(score, target)
        return Calibrator('isotonic', knots=knots, levels=levels)
    raise ValueError(f'calibration method is {method!r}; expected one of {", ".join(METHODS)}')


def _isotonic_knots(score: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fit default rates that never fall to groups of clients; the order of clients inside a group survives.

    Single clients instead of groups would fit the noise of each stretch of scores, and differ between folds.
    """
    order = np.argsort(score, kind='stable')
    groups = [group for group in np.array_split(order, ISOTONIC_GROUPS) if len(group)]
    centres = np.array([score[group].mean() for group in groups])
    sizes = np.array([len(group) for group in groups], dtype=float)
    rates = np.array([target[group].mean() for group in groups])
    fitted = isotonic_regression(rates, sample_weight=sizes)
    merged: list[tuple[float, float, float]] = []
    for centre, level, size in zip(centres, fitted, sizes, strict=True):
        # Neighbours closer than the gap would make a cliff that float32 can't climb alike everywhere.
        if merged and (level - merged[-1][1] < SMALLEST_RISE or centre - merged[-1][0] < SMALLEST_KNOT_GAP):
            merged[-1] = _pooled(merged[-1], (float(centre), float(level), float(size)))
        else:
            merged.append((float(centre), float(level), float(size)))
    knots, levels, _ = (np.array(values) for values in zip(*merged, strict=True))
    floor = 0.5 / len(score)
    return _with_tails(knots, np.clip(levels, floor, 1 - floor), score[order[0]], score[order[-1]])


def _pooled(one: tuple[float, float, float], other: tuple[float, float, float]) -> tuple[float, float, float]:
    size = one[2] + other[2]
    return (
        (one[0] * one[2] + other[0] * other[2]) / size,
        (one[1] * one[2] + other[1] * other[2]) / size,
        size,
    )


def _with_tails(
    knots: np.ndarray, levels: np.ndarray, lowest: float, highest: float
) -> tuple[np.ndarray, np.ndarray]:
    """Reach out to the outermost scores as their own odds go, so that clients there keep their order too."""
    if len(knots) < 2:
        return knots, levels
    odds = np.log(levels / (1 - levels))
    if knots[0] - lowest >= SMALLEST_KNOT_GAP:
        tail = 1 / (1 + np.exp(-(odds[0] + lowest - knots[0])))
        knots, levels = np.append(lowest, knots), np.append(tail, levels)
    if highest - knots[-1] >= SMALLEST_KNOT_GAP:
        tail = 1 / (1 + np.exp(-(odds[-1] + highest - knots[-1])))
        knots, levels = np.append(knots, highest), np.append(levels, tail)
    return knots, levels
