"""Where things stand: the repository, DATA_DIR, the committed bundles."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
REPOSITORY_BUNDLES = REPOSITORY / 'ml' / 'bundles'
LOCK = REPOSITORY / 'ml' / 'requirements.lock'
CATALOG = REPOSITORY / 'db' / 'features' / 'catalog.yml'


def resolve_data_dir() -> Path:
    """Return the folder that holds all state, as ``ml/run.ts`` resolved it.

    Returns
    -------
    Path
        The environment's ``DATA_DIR``, ``./data`` unless set; absolute.
    """
    return Path(os.environ.get('DATA_DIR', '').strip() or 'data').resolve()
