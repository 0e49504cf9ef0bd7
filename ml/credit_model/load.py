"""Reads the built features into one float32 matrix with its target."""

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import numpy as np

from credit_model.training_error import TrainingError

KEYS = ('client_id', 'window', 'target')
FORBIDDEN = re.compile(r'(^|_)(sex|gender|client_id|sk_id_curr|target)(_|$)')
MAXIMUM_ROWS_PER_READ = 65_536


@dataclass(frozen=True)
class TrainingTable:
    """Labelled clients, sorted by client id.

    Attributes
    ----------
    features : numpy.ndarray
        float32 [clients, features]; NaN where unknown. The numbers that serving will see.
    target : numpy.ndarray
        int8 [clients]; 1 for a client with payment difficulties.
    names : tuple of str
        The features' names, in the matrix's order.
    dropped : tuple of str
        Features left out because they hold a single value, or none.
    data_version, origin, window : str
        Which data this is.
    features_sql_sha256 : str, optional
        Hash of the SQL that computed the features; None where no ``features.json`` tells.
    client_ids : numpy.ndarray
        int64 [clients], ascending.
    """

    features: np.ndarray
    target: np.ndarray
    names: tuple[str, ...]
    dropped: tuple[str, ...]
    data_version: str
    origin: str
    window: str
    features_sql_sha256: str | None = None
    client_ids: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))

    def subset(self, names: list[str]) -> 'TrainingTable':
        """Return the same clients with these features alone, in this order."""
        position = {name: index for index, name in enumerate(self.names)}
        columns = [position[name] for name in names]
        return replace(self, features=np.ascontiguousarray(self.features[:, columns]), names=tuple(names))


def load_training_table(path: Path) -> TrainingTable:
    """Read the labelled rows of a ``features.parquet``.

    Parameters
    ----------
    path : Path
        The file; ``features.json`` beside it, if there, names the data's version and origin.

    Returns
    -------
    TrainingTable
        Constant and wholly missing features are left out.

    Raises
    ------
    TrainingError
        No such file, a column missing, no client labelled, an infinite value, or a feature that must never be one.
    """
    if not path.is_file():
        raise TrainingError(
            f'found no features at {path}; expected the table that npm run features:build writes. '
            'Run: npm run data:demo (or data:import), then npm run features:build'
        )
    with duckdb.connect(config={'threads': 2}) as database:
        names = _feature_names(database, path)
        client_ids, target, windows = _read_target(database, path)
        features = _read_features(database, path, names, len(target))
    kept = _informative(features)
    dropped = tuple(name for name, keep in zip(names, kept, strict=True) if not keep)
    if not kept.any():
        raise TrainingError(
            f'found {len(names)} features in {path}, all empty or constant; expected some that vary. '
            'Check the raw tables and run npm run features:build again'
        )
    version, origin, sql_sha256 = read_provenance(path)
    return TrainingTable(
        features=np.ascontiguousarray(features[:, kept]),
        target=target,
        names=tuple(name for name, keep in zip(names, kept, strict=True) if keep),
        dropped=dropped,
        data_version=version,
        origin=origin,
        window='+'.join(windows),
        features_sql_sha256=sql_sha256,
        client_ids=client_ids,
    )


def _feature_names(database: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    try:
        described = database.execute('describe select * from read_parquet(?)', [str(path)]).fetchall()
    except duckdb.Error as error:
        raise TrainingError(
            f'found {path}, which does not read as parquet ({str(error).splitlines()[0]}). '
            'Run npm run features:build again'
        ) from error
    columns = [row[0] for row in described]
    missing = [key for key in KEYS if key not in columns]
    names = [column for column in columns if column not in KEYS]
    if missing or not names:
        raise TrainingError(
            f'found in {path} the columns {", ".join(columns[:6])}…; expected client_id, window, target and '
            'at least one feature. Run npm run features:build again'
        )
    forbidden = [name for name in names if FORBIDDEN.search(name.lower())]
    if forbidden:
        raise TrainingError(
            f'found the column {forbidden[0]} among the features; sex, ids and the target are never features. '
            'Take it out of db/features/client_features.sql'
        )
    return names


def _read_target(database: duckdb.DuckDBPyConnection, path: Path) -> tuple[np.ndarray, np.ndarray, list[str]]:
    rows = database.execute(
        'select client_id, target from read_parquet(?) where target is not null order by client_id',
        [str(path)],
    ).fetchnumpy()
    target = np.asarray(rows['target']).astype(np.int8)
    if len(target) == 0 or not set(np.unique(target)) <= {0, 1}:
        raise TrainingError(
            f'found {len(target)} labelled clients in {path} with targets {np.unique(target).tolist()}; '
            'expected targets of 0 and 1. Training needs application_train with its TARGET column'
        )
    windows = database.execute(
        'select distinct "window" from read_parquet(?) where target is not null order by 1', [str(path)]
    ).fetchall()
    return np.asarray(rows['client_id']).astype(np.int64), target, [str(row[0]) for row in windows]


def _read_features(
    database: duckdb.DuckDBPyConnection, path: Path, names: list[str], rows: int
) -> np.ndarray:
    columns = ', '.join(f'cast("{name}" as float) as "{name}"' for name in names)
    matrix = np.empty((rows, len(names)), dtype=np.float32)
    reader = database.execute(
        f'select {columns} from read_parquet(?) where target is not null order by client_id', [str(path)]
    ).to_arrow_reader(MAXIMUM_ROWS_PER_READ)
    start = 0
    for batch in reader:
        for index, column in enumerate(batch.columns):
            matrix[start : start + batch.num_rows, index] = column.to_numpy(zero_copy_only=False)
        start += batch.num_rows
    infinite = np.isinf(matrix).any(axis=0)
    if infinite.any():
        name = names[int(np.argmax(infinite))]
        raise TrainingError(
            f'found an infinite value in the feature {name}; expected a float32 number or null. '
            'Guard its division with nullif in db/features'
        )
    return matrix


def _informative(features: np.ndarray) -> np.ndarray:
    missing = np.isnan(features)
    lowest = np.where(missing, np.inf, features).min(axis=0)
    highest = np.where(missing, -np.inf, features).max(axis=0)
    return (highest > lowest) | (missing.any(axis=0) & ~missing.all(axis=0))


def read_provenance(path: Path) -> tuple[str, str, str | None]:
    """Tell which data a ``features.parquet`` holds.

    Parameters
    ----------
    path : Path
        The file; ``features.json`` beside it tells, else the file's own hash names it.

    Returns
    -------
    data_version, origin : str
        Which data, and whether it is ``demo`` or ``import``.
    features_sql_sha256 : str or None
        Hash of the SQL that computed the features, where known.
    """
    described = path.with_name('features.json')
    if described.is_file():
        content = json.loads(described.read_text(encoding='utf-8'))
        return str(content['dataVersion']), str(content['origin']), content.get('featuresSqlSha256')
    with path.open('rb') as file:
        return f'import-{hashlib.file_digest(file, "sha256").hexdigest()[:12]}', 'import', None
