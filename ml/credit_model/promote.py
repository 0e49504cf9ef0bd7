"""``npm run ml:promote``: make a bundle the champion, if it passes every gate."""

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from credit_model.bundle import MANIFEST, find_champion, put_in_place, read_bundle, write_champion
from credit_model.locations import REPOSITORY_BUNDLES, resolve_data_dir
from credit_model.promotion_gates import Gate, pass_gates
from credit_model.training_error import TrainingError


def promote_bundle(bundle: Path, target: Path, fallback: Path, replace_others: bool = False) -> list[Gate]:
    """Promote a bundle, or leave the champion as it is.

    Parameters
    ----------
    bundle : Path
        The candidate's folder.
    target : Path
        The folder of bundles whose champion it would become; the bundle is copied there.
    fallback : Path
        The folder whose champion serves while ``target`` has none.
    replace_others : bool
        Remove the bundles that ``target`` held before.

    Returns
    -------
    list of Gate
        The verdicts. The champion changed only if all passed.

    Raises
    ------
    TrainingError
        The bundle isn't whole.
    """
    manifest = read_bundle(bundle)
    gates = pass_gates(bundle, manifest, _champion_manifest(target) or _champion_manifest(fallback))
    if not all(gate.passed for gate in gates):
        return gates
    version = manifest['modelVersion']
    place = target / version
    if place.resolve() != bundle.resolve():
        partial = target / f'{version}.partial-{os.getpid()}'
        shutil.rmtree(partial, ignore_errors=True)
        partial.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(bundle, partial)
        put_in_place(partial, place)
    write_champion(target, version)
    if replace_others:
        for other in target.iterdir():
            if other.is_dir() and other.name != version:
                shutil.rmtree(other)
    return gates


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        The command line's unless given.

    Returns
    -------
    int
        The exit code: 0 when promoted, 1 after the reasons of a refusal.
    """
    options = _parser().parse_args(arguments)
    own = resolve_data_dir() / 'bundles'
    to_repository = options.to == 'repo'
    target = REPOSITORY_BUNDLES if to_repository else own
    try:
        bundle = _find_bundle(options.bundle, own)
        gates = promote_bundle(bundle, target, REPOSITORY_BUNDLES, replace_others=to_repository)
    except TrainingError as error:
        print(f'ml:promote: {error}', file=sys.stderr)
        return 1
    for gate in gates:
        print(f'{"passed " if gate.passed else "REFUSED"}  {gate.name}: {gate.found}')
    if not all(gate.passed for gate in gates):
        print(f'ml:promote: {bundle.name} was not promoted; the champion stays as it was', file=sys.stderr)
        return 1
    print(f'{bundle.name} is now the champion of {target}')
    return 0


def _champion_manifest(folder: Path) -> dict[str, Any] | None:
    version = find_champion(folder)
    # A damaged champion must not bar the way to a sound one.
    if version is None or not (folder / version / MANIFEST).is_file():
        return None
    return read_bundle(folder / version)


def _find_bundle(named: str | None, own: Path) -> Path:
    if named is not None:
        for place in (Path(named), own / named):
            if (place / MANIFEST).is_file():
                return place.resolve()
        raise TrainingError(
            f'found no bundle at {named}, nor of that version in {own}; expected a folder with a {MANIFEST}. '
            'Run: npm run ml:train'
        )
    manifests = [path for path in own.glob(f'*/{MANIFEST}') if '.partial-' not in path.parent.name]
    if not manifests:
        raise TrainingError(f'found no bundle in {own}; expected a trained one. Run: npm run ml:train')
    return max(manifests, key=lambda path: path.stat().st_mtime_ns).parent


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:promote --', description=__doc__)
    parser.add_argument(
        'bundle', nargs='?', help='folder or version; default: the newest in DATA_DIR/bundles'
    )
    parser.add_argument(
        '--to',
        choices=['data', 'repo'],
        default='data',
        help='whose champion: DATA_DIR/bundles (default) or the committed one, ml/bundles',
    )
    return parser


if __name__ == '__main__':
    sys.exit(main())
