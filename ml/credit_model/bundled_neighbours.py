"""The default rate of the nearest training clients, from a bundle's own ``neighbours.bin``, as serving computes it."""

from pathlib import Path
from typing import Any

import numpy as np

from credit_model.bundle import NEIGHBOURS
from credit_model.neighbours import FoldDistances, NearestDefaultRate, Standardisation
from credit_model.training_error import TrainingError


class BundledNeighbours:
    """The training clients that a bundle carries.

    Parameters
    ----------
    bundle : Path
        The bundle's folder.
    block : dict
        The manifest's ``neighbours``.

    Raises
    ------
    TrainingError
        ``neighbours.bin`` is not as long as its clients need.
    """

    def __init__(self, bundle: Path, block: dict[str, Any]) -> None:
        self.feature, self.inputs = str(block['feature']), tuple(block['inputs'])
        count, width = int(block['clients']), len(self.inputs)
        content = (bundle / NEIGHBOURS).read_bytes()
        expected = count * (4 * width + 4 + 1 + 1)
        if len(content) != expected:
            raise TrainingError(
                f'found {len(content)} bytes in {bundle / NEIGHBOURS}; expected {expected} for {count} clients. '
                'Train again: npm run ml:train'
            )
        places, rest = content[: 4 * width * count], content[4 * width * count :]
        self._client_ids = np.frombuffer(rest[: 4 * count], '<i4')
        fitted = NearestDefaultRate(
            size=int(block['size']),
            standardisation=Standardisation(*(tuple(block[name]) for name in ('fills', 'centres', 'scales'))),
        )
        fitted.standardisation_ = fitted.standardisation
        fitted.places_ = np.frombuffer(places, '<f4').reshape(count, width)
        fitted.target_ = np.frombuffer(rest[4 * count : 5 * count], np.uint8)
        fitted.fold_of_ = np.frombuffer(rest[5 * count :], np.uint8).astype(np.int8)
        fitted.folds_ = tuple(int(fold) for fold in np.unique(fitted.fold_of_))
        self._fitted, self._distances = fitted, FoldDistances(fitted)

    def rates(self, inputs: np.ndarray, client_ids: np.ndarray, same_data: bool) -> np.ndarray:
        """Rate clients by their nearest training clients.

        Parameters
        ----------
        inputs : numpy.ndarray
            float32 [clients, inputs], NaN where unknown.
        client_ids : numpy.ndarray
            int64 [clients].
        same_data : bool
            Whether the clients are from the data that the model was trained on: then those of the same id are the same
            clients, and their own fold doesn't count.

        Returns
        -------
        numpy.ndarray
            float32 [clients].
        """
        fitted = self._fitted
        places = fitted.standardisation_.place(inputs)
        everyone = frozenset(fitted.folds_)
        fold_of = np.full(len(client_ids), -1, dtype=np.int64)
        if same_data:
            at = np.clip(np.searchsorted(self._client_ids, client_ids), 0, len(self._client_ids) - 1)
            known = self._client_ids[at] == client_ids
            fold_of[known] = fitted.fold_of_[at[known]]
        rates = np.full(len(client_ids), np.nan, dtype=np.float32)
        for fold in np.unique(fold_of):
            rows = fold_of == fold
            rates[rows] = self._distances.rates(places[rows], [everyone - {int(fold)}])[:, 0]
        return rates
