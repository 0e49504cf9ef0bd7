"""What a model said, out of fold, of the clients it was then trained on: the only honest way to judge it by them.

The file names clients, so it stands beside the bundle and never in it: only that of synthetic clients may enter the
repository.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from credit_model.bundle import replace_file

SUFFIX = '.out-of-fold.parquet'


@dataclass(frozen=True)
class OutOfFold:
    """Out-of-fold answers for the training clients, ascending by id.

    Attributes
    ----------
    client_ids : numpy.ndarray
        int64 [clients].
    target, fold_of : numpy.ndarray
        int8 [clients].
    probability : numpy.ndarray
        float64 [clients], kept to float32.
    refused : numpy.ndarray
        bool [clients]: each at a threshold chosen on the other folds.
    """

    client_ids: np.ndarray
    target: np.ndarray
    fold_of: np.ndarray
    probability: np.ndarray
    refused: np.ndarray


def write_out_of_fold(bundle: Path, answers: OutOfFold) -> None:
    """Write the out-of-fold answers beside a bundle, in one atomic step.

    Parameters
    ----------
    bundle : Path
        The bundle's folder.
    answers : OutOfFold
        For its training clients.
    """
    columns = {
        'client_id': answers.client_ids,
        'target': answers.target.astype(np.int8),
        'fold': answers.fold_of.astype(np.int8),
        'probability': answers.probability.astype(np.float32),
        'refused': answers.refused,
    }
    content = io.BytesIO()
    # Ascending ids shrink to next to nothing as differences.
    pq.write_table(
        pa.table(columns),
        content,
        compression='zstd',
        use_dictionary=['target', 'fold'],
        column_encoding={'client_id': 'DELTA_BINARY_PACKED', 'probability': 'BYTE_STREAM_SPLIT'},
    )
    path = _path_of(bundle)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content.getvalue())


def read_out_of_fold(bundle: Path) -> OutOfFold | None:
    """Read the out-of-fold answers that stand beside a bundle; None where they don't."""
    path = _path_of(bundle)
    if not path.is_file():
        return None
    table = pq.read_table(path)
    client_ids, target, fold_of, probability, refused = (
        table.column(name).to_numpy() for name in ('client_id', 'target', 'fold', 'probability', 'refused')
    )
    return OutOfFold(client_ids, target, fold_of, probability.astype(float), refused)


def copy_out_of_fold(source: Path, bundle: Path) -> None:
    """Copy the out-of-fold answers of one bundle beside its copy, where there are any."""
    if _path_of(source).is_file():
        replace_file(_path_of(bundle), _path_of(source).read_bytes())


def _path_of(bundle: Path) -> Path:
    return bundle.with_name(bundle.name + SUFFIX)
