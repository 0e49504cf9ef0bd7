"""``champion.json``: which bundle of a folder serves, and which served before it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from credit_model.bundle import replace_file
from credit_model.training_error import TrainingError

CHAMPION = 'champion.json'


def find_champion(folder: Path) -> str | None:
    """Name the champion among the bundles of a folder.

    Parameters
    ----------
    folder : Path
        Where bundles stand.

    Returns
    -------
    str or None
        The champion's version; None where none was promoted.
    """
    record = read_champion(folder)
    return str(record['modelVersion']) if record else None


def read_champion(folder: Path) -> dict[str, Any] | None:
    """Read the champion of a folder with those before it.

    Parameters
    ----------
    folder : Path
        Where bundles stand.

    Returns
    -------
    dict or None
        ``modelVersion``, ``promotedAt``, ``by`` and perhaps ``waived`` of the champion; ``history``, the same of those
        that it followed, oldest first; ``rolledBack``, those that were taken back. None where none was promoted.

    Raises
    ------
    TrainingError
        The file doesn't name a version.
    """
    path = folder / CHAMPION
    if not path.is_file():
        return None
    try:
        record = json.loads(path.read_text(encoding='utf-8'))
        return {'history': [], 'rolledBack': [], **record, 'modelVersion': str(record['modelVersion'])}
    except (ValueError, TypeError, KeyError) as error:
        raise TrainingError(
            f'found {path}, which names no modelVersion; expected {{"modelVersion": "…"}}. '
            'Restore it, or remove it and promote a bundle again: npm run ml:promote'
        ) from error


def crown(folder: Path, version: str, by: str, before: dict[str, Any] | None, waived: dict[str, str]) -> None:
    """Make a bundle the champion of its folder, in one atomic step.

    Parameters
    ----------
    folder : Path
        Where bundles stand.
    version : str
        The new champion.
    by : str
        Who promotes it.
    before : dict or None
        The champion that it follows, as `read_champion` gives it.
    waived : dict
        Gate → the reason it was done without.
    """
    history, rolled_back = (
        ([*before['history'], _entry(before)], before['rolledBack']) if before else ([], [])
    )
    _write(
        folder,
        {
            'modelVersion': version,
            'promotedAt': _now(),
            'by': by,
            **({'waived': waived} if waived else {}),
            'history': history,
            'rolledBack': rolled_back,
        },
    )


def uncrown(folder: Path, record: dict[str, Any], by: str, reason: str | None) -> dict[str, Any]:
    """Give the crown back to the champion before, in one atomic step.

    Parameters
    ----------
    folder : Path
        Where bundles stand.
    record : dict
        The champion with a history, as `read_champion` gives it.
    by : str
        Who takes it back.
    reason : str, optional
        Why.

    Returns
    -------
    dict
        The new record.
    """
    *history, previous = record['history']
    taken_back = {**_entry(record), 'rolledBackAt': _now(), 'rolledBackBy': by}
    if reason:
        taken_back['reason'] = reason
    restored = {**previous, 'history': history, 'rolledBack': [*record['rolledBack'], taken_back]}
    _write(folder, restored)
    return restored


def _entry(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in ('history', 'rolledBack')}


def _write(folder: Path, record: dict[str, Any]) -> None:
    content = json.dumps(record, ensure_ascii=False, indent=2) + '\n'
    replace_file(folder / CHAMPION, content.encode())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec='seconds').replace('+00:00', 'Z')
