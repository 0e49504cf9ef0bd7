"""Scores clients with a bundle, as serving does: the ONNX graph over the features that its manifest names."""

import json
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import onnxruntime

from credit_model.bundle import MANIFEST, MODEL
from credit_model.bundled_neighbours import BundledNeighbours
from credit_model.load import read_provenance
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


def read_model_features(bundle: Path, path: Path, where: str) -> tuple[np.ndarray, np.ndarray]:
    """Read the features that a model needs, for some clients of a ``features.parquet``.

    Parameters
    ----------
    bundle : Path
        The model's bundle; a feature that belongs to the model is computed from it.
    path : Path
        The file.
    where : str
        Which clients, in SQL over the file's columns.

    Returns
    -------
    client_ids : numpy.ndarray
        int64 [clients], ascending.
    features : numpy.ndarray
        float32 [clients, features] in the manifest's order, NaN where unknown.

    Raises
    ------
    TrainingError
        A feature that the file doesn't hold.
    """
    manifest = json.loads((bundle / MANIFEST).read_text(encoding='utf-8'))
    block = manifest.get('neighbours')
    own = BundledNeighbours(bundle, block) if block else None
    names = [name for name in manifest['features'] if own is None or name != own.feature]
    inputs = [name for name in own.inputs if name not in names] if own else []
    client_ids, read = _read_columns(path, [*names, *inputs], where, manifest['modelVersion'])
    if own is None:
        return client_ids, read
    position = {name: index for index, name in enumerate([*names, *inputs])}
    same_data = read_provenance(path)[0] == manifest['trainingData']['dataVersion']
    rates = own.rates(read[:, [position[name] for name in own.inputs]], client_ids, same_data)
    features = np.column_stack([read[:, : len(names)], rates])
    order = [names.index(name) if name != own.feature else len(names) for name in manifest['features']]
    return client_ids, np.ascontiguousarray(features[:, order])


def _read_columns(path: Path, names: list[str], where: str, model: str) -> tuple[np.ndarray, np.ndarray]:
    with duckdb.connect(config={'threads': 1}) as database:
        source = [str(path)]
        columns = {
            row[0] for row in database.execute('describe select * from read_parquet(?)', source).fetchall()
        }
        absent = [name for name in names if name not in columns]
        if absent:
            more = f' and {len(absent) - 1} more features' if len(absent) > 1 else ''
            raise TrainingError(
                f'found {model} reading {absent[0]}{more} that {path} does not hold; expected the features that it '
                'was trained on. Train a model on these features: npm run ml:train'
            )
        rows = database.execute(f'select count(*) from read_parquet(?) where {where}', source).fetchone()[0]
        selected = ', '.join(f'cast("{name}" as float) as "{name}"' for name in names)
        reader = database.execute(
            f'select client_id, {selected} from read_parquet(?) where {where} order by client_id', source
        ).to_arrow_reader(BATCH)
        client_ids = np.empty(rows, dtype=np.int64)
        matrix = np.empty((rows, len(names)), dtype=np.float32)
        start = 0
        for batch in reader:
            part = slice(start, start + batch.num_rows)
            client_ids[part] = batch.column(0).to_numpy(zero_copy_only=False)
            for index, column in enumerate(batch.columns[1:]):
                matrix[part, index] = column.to_numpy(zero_copy_only=False)
            start += batch.num_rows
    return client_ids, matrix
