"""What a bundle was made from: with the same data, seed, packages and code, training gives the same bundle."""

import hashlib
from pathlib import Path
from typing import Any

from credit_model.locations import LOCK
from credit_model.trained_model import TrainedModel


def reproduction_block(trained: TrainedModel) -> dict[str, Any]:
    """Name all that the bundle follows from.

    Parameters
    ----------
    trained : TrainedModel
        The model.

    Returns
    -------
    dict
        The manifest's ``reproduction``.
    """
    return {
        'dataVersion': trained.table.data_version,
        'seed': trained.seed,
        'lockSha256': hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        'codeSha256': code_sha256(Path(__file__).parent),
        'featuresSqlSha256': trained.table.features_sql_sha256,
    }


def code_sha256(folder: Path) -> str:
    """Hash the Python files of a folder, by name and content.

    Parameters
    ----------
    folder : Path
        ``ml/credit_model``.

    Returns
    -------
    str
        The same for the same files, wherever they stand.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.glob('*.py')):
        content = path.read_bytes().replace(b'\r\n', b'\n')
        digest.update(f'{path.name}\0{len(content)}\0'.encode() + content)
    return digest.hexdigest()
