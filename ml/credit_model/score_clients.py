"""Scores clients with a bundle, as serving does: the ONNX graph over the features that its manifest names."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import onnxruntime

from credit_model.bundle import MODEL
from credit_model.training_error import TrainingError

BATCH = 65_536


def score_clients(bundle: Path, manifest: dict[str, Any], features: np.ndarray) -> np.ndarray:
    """Give clients the bundle's calibrated probability of default.

    Parameters
    ----------
    bundle : Path
        The bundle's folder.
    manifest : dict
        Its manifest.
    features : numpy.ndarray
        float32 [clients, features], in the manifest's order.

    Returns
    -------
    numpy.ndarray
        float64 [clients].
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (bundle / MODEL).read_bytes(), options, providers=['CPUExecutionProvider']
    )
    output, name = manifest['model']['probabilityOutputName'], manifest['model']['inputName']
    parts = [
        session.run([output], {name: features[start : start + BATCH]})[0].reshape(-1)
        for start in range(0, len(features), BATCH)
    ]
    return np.concatenate(parts).astype(float) if parts else np.empty(0)


def read_model_features(path: Path, manifest: dict[str, Any], where: str) -> tuple[np.ndarray, np.ndarray]:
    """Read the features that a model needs, for some clients of a ``features.parquet``.

    Parameters
    ----------
    path : Path
        The file.
    manifest : dict
        Whose features.
    where : str
        Which clients, in SQL over the file's columns.

    Returns
    -------
    client_ids : numpy.ndarray
        int64 [clients], ascending.
    features : numpy.ndarray
        float32 [clients, features], NaN where unknown.

    Raises
    ------
    TrainingError
        A feature that the file doesn't hold.
    """
    with duckdb.connect(config={'threads': 1}) as database:
        source = [str(path)]
        columns = {
            row[0] for row in database.execute('describe select * from read_parquet(?)', source).fetchall()
        }
        absent = [name for name in manifest['features'] if name not in columns]
        if absent:
            raise TrainingError(
                f'found {manifest["modelVersion"]} reading {absent[0]}'
                f'{f" and {len(absent) - 1} more features" if len(absent) > 1 else ""} that {path} does not hold; '
                'expected the features that it was trained on. Train a model on these features: npm run ml:train'
            )
        selected = ', '.join(f'cast("{name}" as float) as "{name}"' for name in manifest['features'])
        reader = database.execute(
            f'select client_id, {selected} from read_parquet(?) where {where} order by client_id', source
        ).to_arrow_reader(BATCH)
        ids, parts = [], []
        for batch in reader:
            ids.append(batch.column(0).to_numpy(zero_copy_only=False))
            parts.append(_to_matrix(batch.columns[1:], batch.num_rows))
    width = len(manifest['features'])
    if not parts:
        return np.empty(0, dtype=np.int64), np.empty((0, width), dtype=np.float32)
    return np.concatenate(ids).astype(np.int64), np.concatenate(parts)


def _to_matrix(columns: list[Any], rows: int) -> np.ndarray:
    matrix = np.empty((rows, len(columns)), dtype=np.float32)
    for index, column in enumerate(columns):
        matrix[:, index] = column.to_numpy(zero_copy_only=False)
    return matrix
