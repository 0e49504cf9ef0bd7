"""What a bundle says of labelled clients, never of one that it was trained on unless out of fold."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from credit_model.bundle import read_bundle
from credit_model.load import read_provenance
from credit_model.out_of_fold import OutOfFold, read_out_of_fold
from credit_model.score_clients import read_model_features, score_clients
from credit_model.training_error import TrainingError


@dataclass(frozen=True)
class LabelledClients:
    """The clients that models are compared on.

    Attributes
    ----------
    path : Path
        Their ``features.parquet``.
    data_version, origin : str
        Which data this is.
    client_ids, target : numpy.ndarray
        int64 and int8 [clients], ascending by id.
    """

    path: Path
    data_version: str
    origin: str
    client_ids: np.ndarray
    target: np.ndarray


@dataclass(frozen=True)
class RatedClients:
    """What one bundle says of them.

    Attributes
    ----------
    probability : numpy.ndarray
        float64 [clients]; NaN for a client who can't judge the model.
    refused : numpy.ndarray
        bool [clients].
    fold_of : numpy.ndarray
        int8 [clients]: the fold of a client rated out of fold, −1 for one that the model never saw.
    """

    probability: np.ndarray
    refused: np.ndarray
    fold_of: np.ndarray

    @property
    def can_judge(self) -> np.ndarray:
        """Bool [clients]: whose outcome says something of the model."""
        return ~np.isnan(self.probability)


def load_labelled_clients(path: Path) -> LabelledClients:
    """Read ids and outcomes of the labelled clients of a ``features.parquet``.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    LabelledClients
        With at least one client.

    Raises
    ------
    TrainingError
        No such file, or no labelled client in it.
    """
    if not path.is_file():
        raise TrainingError(
            f'found no features at {path}; expected labelled clients to compare models on. '
            'Run: npm run features:build, or name them: --data PATH'
        )
    with duckdb.connect(config={'threads': 1}) as database:
        rows = database.execute(
            'select client_id, target from read_parquet(?) where target is not null order by client_id',
            [str(path)],
        ).fetchnumpy()
    if len(rows['target']) == 0:
        raise TrainingError(f'found no labelled client in {path}; expected outcomes to compare models on')
    data_version, origin, _ = read_provenance(path)
    ids, target = (np.asarray(rows[name]) for name in ('client_id', 'target'))
    return LabelledClients(path, data_version, origin, ids.astype(np.int64), target.astype(np.int8))


def rate_clients(bundle: Path, clients: LabelledClients) -> RatedClients:
    """Let a bundle rate labelled clients honestly.

    A client that the bundle was trained on is rated by the out-of-fold answer that training kept, when the data is the
    very same; when it has changed since, the client is left out. All others are scored as serving would.

    Parameters
    ----------
    bundle : Path
        The bundle's folder.
    clients : LabelledClients
        Whom to rate.

    Returns
    -------
    RatedClients
        In the order of ``clients``.

    Raises
    ------
    TrainingError
        The bundle may have been trained on these clients and doesn't tell on which, or reads features that they lack.
    """
    manifest = read_bundle(bundle)
    kept = _answers_for(bundle, manifest, clients)
    rated = RatedClients(
        probability=np.full(len(clients.target), np.nan),
        refused=np.zeros(len(clients.target), dtype=bool),
        fold_of=np.full(len(clients.target), -1, dtype=np.int8),
    )
    seen = np.isin(clients.client_ids, kept.client_ids) if kept else np.zeros(len(clients.target), dtype=bool)
    if kept is not None and manifest['trainingData']['dataVersion'] == clients.data_version:
        at = np.searchsorted(kept.client_ids, clients.client_ids[seen])
        rated.probability[seen], rated.refused[seen] = kept.probability[at], kept.refused[at]
        rated.fold_of[seen] = kept.fold_of[at]
    if not seen.all():
        ids, features = read_model_features(bundle, clients.path, 'target is not null')
        scored = score_clients(bundle, manifest, features[np.isin(ids, clients.client_ids[~seen])])
        rated.probability[~seen] = scored
        rated.refused[~seen] = scored >= manifest['decision']['threshold']
    return rated


def _answers_for(bundle: Path, manifest: dict[str, Any], clients: LabelledClients) -> OutOfFold | None:
    """Find the out-of-fold answers that are needed; None where the model can't have seen any of the clients."""
    trained_on = manifest['trainingData']
    # Clients of another origin are other people, whatever their numbers.
    if trained_on['origin'] != clients.origin:
        return None
    kept = read_out_of_fold(bundle)
    if kept is None:
        same_data = trained_on['dataVersion'] == clients.data_version
        raise TrainingError(
            f'found no out-of-fold answers of {bundle.name} beside its bundle, though it was trained on '
            f'{"these" if same_data else "some such"} clients ({trained_on["dataVersion"]}); expected them, because no '
            'model is judged by clients it has seen. Train it again on its data with the same seed, which gives the '
            'same bundle and keeps them: npm run ml:train'
        )
    return kept
