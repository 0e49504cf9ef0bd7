"""The two windows of clients that are compared for drift."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from credit_model.bundle import read_bundle
from credit_model.load import read_provenance
from credit_model.score_clients import read_model_features
from credit_model.training_error import TrainingError


@dataclass(frozen=True)
class DriftWindows:
    """Reference and current window.

    Attributes
    ----------
    data_version : str
        Which data they are from.
    reference_name, current_name : str
        Their names.
    reference, current : pandas.DataFrame
        float32 [clients, features], one column a feature of the model, NaN where unknown.
    """

    data_version: str
    reference_name: str
    current_name: str
    reference: pd.DataFrame
    current: pd.DataFrame


def read_drift_windows(path: Path, bundle: Path, window: str | None) -> DriftWindows:
    """Read the clients of the window that a model was trained on, and of a later one.

    Parameters
    ----------
    path : Path
        A ``features.parquet``.
    bundle : Path
        The model's bundle.
    window : str or None
        The current window; the last that the file holds besides the model's own unless given.

    Returns
    -------
    DriftWindows
        Both with at least one client.

    Raises
    ------
    TrainingError
        No such file, a window that it doesn't hold, or a feature that it lacks.
    """
    if not path.is_file():
        raise TrainingError(
            f'found no features at {path}; expected the table that npm run features:build writes. '
            'Run: npm run data:demo (or data:import), then npm run features:build'
        )
    manifest = read_bundle(bundle)
    held = _list_windows(path)
    reference = manifest['trainingData']['window'].split('+')
    others = [name for name in held if name not in reference]
    current = window or (others[-1] if others else None)
    for name in (*reference, current):
        if name not in held:
            raise TrainingError(
                f'found the windows {", ".join(held) or "none"} in {path}; expected {name or "one more"} to compare '
                f'{"+".join(reference)}, which the model was trained on, with a later window'
            )
    return DriftWindows(
        data_version=read_provenance(path)[0],
        reference_name='+'.join(reference),
        current_name=str(current),
        reference=_read(path, bundle, manifest['features'], reference),
        current=_read(path, bundle, manifest['features'], [str(current)]),
    )


def _list_windows(path: Path) -> list[str]:
    """List the windows, those without any outcome last: their clients came after."""
    with duckdb.connect(config={'threads': 1}) as database:
        rows = database.execute(
            'select "window", max(target) is null as unlabelled from read_parquet(?) group by 1 order by 2, 1',
            [str(path)],
        ).fetchall()
    return [str(row[0]) for row in rows]


def _read(path: Path, bundle: Path, features: list[str], windows: list[str]) -> pd.DataFrame:
    names = ', '.join("'" + name.replace("'", "''") + "'" for name in windows)
    _, values = read_model_features(bundle, path, f'"window" in ({names})')
    return pd.DataFrame(values, columns=features)
