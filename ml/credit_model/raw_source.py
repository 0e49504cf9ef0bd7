"""Finds the features that ``--data`` means, building them first when it names raw tables."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from credit_model.locations import REPOSITORY
from credit_model.training_error import TrainingError

FEATURES = 'features.parquet'
RAW_SUFFIXES = ('.csv', '.csv.gz', '.parquet', '.zip')


@contextmanager
def features_of(path: Path) -> Iterator[Path]:
    """Give the ``features.parquet`` of a data folder, a file of features or raw tables.

    Parameters
    ----------
    path : Path
        A ``features.parquet``, a DATA_DIR that holds one, or raw tables: Kaggle's zip or a folder of them, of which
        application_train alone is indispensable. Raw tables are imported into a temporary DATA_DIR.

    Yields
    ------
    Path
        The file of features; gone afterwards if it was built for the occasion.

    Raises
    ------
    TrainingError
        Nothing there, neither features nor raw tables, or a step that failed.
    """
    if not path.exists():
        raise TrainingError(
            f'found nothing at {path}; expected a features.parquet, a data folder, or raw tables (folder or zip)'
        )
    if path.is_dir() and (path / FEATURES).is_file():
        yield path / FEATURES
    elif path.is_dir() or path.suffix.lower() == '.zip':
        if path.is_dir() and not _holds_raw_tables(path):
            raise TrainingError(
                f'found neither {FEATURES} nor raw tables in {path}; expected one of them. '
                'Run: npm run data:demo (or data:import), then npm run features:build'
            )
        with TemporaryDirectory(prefix='credit-model-') as temporary:
            yield _build_features(path, Path(temporary))
    else:
        yield path


def _holds_raw_tables(folder: Path) -> bool:
    return any(entry.name.lower().endswith(RAW_SUFFIXES) for entry in folder.iterdir())


def _build_features(raw: Path, data_dir: Path) -> Path:
    node = os.environ.get('NODE_EXECUTABLE') or str(REPOSITORY / 'node_modules' / '.bin' / 'node')
    environment = {**os.environ, 'DATA_DIR': str(data_dir)}
    for arguments in (['db/raw/data-import.ts', str(raw.resolve())], ['db/build/features-build.ts']):
        try:
            # Their stdout would spoil ours, whose last line is JSON.
            finished = subprocess.run(
                [node, *arguments], cwd=REPOSITORY, env=environment, stdout=sys.stderr, check=False
            )
        except FileNotFoundError as error:
            raise TrainingError(f'found no Node at {node}; raw tables need it. Run: npm ci') from error
        if finished.returncode != 0:
            raise TrainingError(f'{arguments[0]} failed on {raw}; what it found is said above')
    return data_dir / FEATURES
