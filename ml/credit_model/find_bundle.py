"""Finds the bundles that a command means."""

from pathlib import Path

from credit_model.bundle import MANIFEST, is_whole
from credit_model.champion import find_champion
from credit_model.training_error import TrainingError


def find_bundle(named: str | None, folder: Path) -> Path:
    """Find one bundle.

    Parameters
    ----------
    named : str or None
        Its folder or its version; the newest of ``folder`` unless given.
    folder : Path
        Where versions are looked for.

    Returns
    -------
    Path
        The bundle's folder.

    Raises
    ------
    TrainingError
        There is none.
    """
    if named is not None:
        for place in (Path(named), folder / named):
            if (place / MANIFEST).is_file():
                return place.resolve()
        raise TrainingError(
            f'found no bundle at {named}, nor of that version in {folder}; expected a folder with a {MANIFEST}. '
            'See which there are: npm run ml:list'
        )
    bundles = list_bundles(folder)
    if not bundles:
        raise TrainingError(f'found no bundle in {folder}; expected a trained one. Run: npm run ml:train')
    return bundles[0]


def list_bundles(folder: Path) -> list[Path]:
    """List the bundles of a folder, the newest first; one that is still being written is none."""
    manifests = [path for path in folder.glob(f'*/{MANIFEST}') if '.partial-' not in path.parent.name]
    return [path.parent for path in sorted(manifests, key=lambda path: -path.stat().st_mtime_ns)]


def find_champion_bundle(folders: list[Path]) -> Path | None:
    """Find the bundle that serves.

    Parameters
    ----------
    folders : list of Path
        Where bundles stand; the first that names a champion counts.

    Returns
    -------
    Path or None
        Its folder; None when nothing was promoted, or when the champion is damaged: it must not bar the way to a
        sound one.
    """
    for folder in folders:
        version = find_champion(folder)
        if version is not None:
            return folder / version if is_whole(folder / version) else None
    return None
