"""From raw scores to probabilities: none, sigmoid or isotonic, each an exact small graph in ONNX."""

from dataclasses import dataclass, field

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

METHODS = ('none', 'sigmoid', 'isotonic')
SMALLEST_KNOT_GAP = 0.02


@dataclass(frozen=True)
class Calibrator:
    """A map from log-odds to a probability that never falls.

    Attributes
    ----------
    method : {'none', 'sigmoid', 'isotonic'}
        ``none``: the logistic function. ``sigmoid``: the logistic function of ``slope`` × score + ``intercept``.
        ``isotonic``: straight lines between ``knots`` (log-odds) and their ``levels`` (probabilities), flat outside.
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
    """Centre each block of the isotonic fit, so that the order of clients inside it survives."""
    order = np.argsort(score, kind='stable')
    fitted = IsotonicRegression(out_of_bounds='clip').fit_transform(score[order], target[order])
    starts = np.flatnonzero(np.diff(fitted, prepend=-1.0) > 0)
    sizes = np.diff(np.append(starts, len(fitted)))
    centres = np.add.reduceat(score[order], starts) / sizes
    merged: list[list[float]] = []
    for centre, level, size in zip(centres, fitted[starts], sizes, strict=True):
        # Neighbours closer than the gap would make a cliff that float32 can't climb alike everywhere.
        if merged and centre - merged[-1][0] < SMALLEST_KNOT_GAP:
            knot, value, weight = merged[-1]
            total = weight + size
            merged[-1] = [
                (knot * weight + centre * size) / total,
                (value * weight + level * size) / total,
                total,
            ]
        else:
            merged.append([float(centre), float(level), float(size)])
    knots, levels = np.array([row[0] for row in merged]), np.array([row[1] for row in merged])
    floor = 0.5 / len(score)
    return knots, np.clip(levels, floor, 1 - floor)
