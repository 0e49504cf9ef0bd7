"""The bundle: everything training hands over, in one folder whose every file is hashed."""

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

from credit_model.training_error import TrainingError

MANIFEST = 'manifest.json'
MODEL = 'model.onnx'
GOLDEN = 'golden.json'
REFERENCE = 'reference.json'
IMPORTANCE = 'importance.json'
EVALUATION = 'evaluation.json'
NEIGHBOURS = 'neighbours.bin'
MODEL_CARD = 'model-card.md'
RUN = 'run.json'
EXPECTED_FILES = {
    1: (MODEL, GOLDEN, REFERENCE, IMPORTANCE),
    2: (MODEL, GOLDEN, REFERENCE, IMPORTANCE, EVALUATION),
}


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def to_json(content: Any) -> bytes:
    """Write JSON the same way every time: one line for a large file, no NaN.

    Parameters
    ----------
    content : object
        What JSON can hold.

    Returns
    -------
    bytes
        UTF-8 with a final newline.
    """
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(',', ':')) + '\n').encode()


def complete_manifest(manifest: dict[str, Any], files: dict[str, bytes]) -> dict[str, Any]:
    """Add to a manifest the hash of every file that it vouches for, and its version.

    Parameters
    ----------
    manifest : dict
        The manifest without ``modelVersion`` and ``files``.
    files : dict
        Name → content.

    Returns
    -------
    dict
        The complete manifest. The version ends in a hash over all of it: what differs in anything has another version,
        so that no bundle is ever rewritten.
    """
    hashes = {name: sha256(content) for name, content in sorted(files.items())}
    digest = sha256(to_json({**manifest, 'files': hashes}))
    version = f'lgbm-{manifest["trainingData"]["dataVersion"]}-{digest[:8]}'
    return {'formatVersion': manifest['formatVersion'], 'modelVersion': version, **manifest, 'files': hashes}


def manifest_bytes(manifest: dict[str, Any]) -> bytes:
    """Write a manifest the same way every time; the SHA-256 of these bytes names the whole bundle."""
    return (json.dumps(manifest, ensure_ascii=False, allow_nan=False, indent=2) + '\n').encode()


def write_bundle(
    folder: Path, files: dict[str, bytes], beside: dict[str, bytes], manifest: dict[str, Any]
) -> Path:
    """Write a bundle into ``folder/<modelVersion>``, all or nothing.

    Parameters
    ----------
    folder : Path
        Where bundles stand; made when absent.
    files : dict
        Name → content of every file that the manifest hashes.
    beside : dict
        Name → content of the files that tell of this run.
    manifest : dict
        The complete manifest.

    Returns
    -------
    Path
        The bundle's folder. If the very bundle stands there already, only what tells of the run is renewed.
    """
    bundle = folder / manifest['modelVersion']
    if is_whole(bundle) and (bundle / MANIFEST).read_bytes() == manifest_bytes(manifest):
        for name, content in beside.items():
            replace_file(bundle / name, content)
        return bundle
    partial = folder / f'{bundle.name}.partial-{os.getpid()}'
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    for name, content in {**files, **beside, MANIFEST: manifest_bytes(manifest)}.items():
        write_durably(partial / name, content)
    put_in_place(partial, bundle)
    return bundle


def put_in_place(partial: Path, bundle: Path) -> None:
    """Give a complete folder its final name, moving an older one of that name out of the way first.

    Parameters
    ----------
    partial : Path
        The complete folder.
    bundle : Path
        Its final name.
    """
    outdated = bundle.with_name(f'{bundle.name}.partial-outdated-{os.getpid()}')
    if bundle.exists():
        os.replace(bundle, outdated)
    os.replace(partial, bundle)
    shutil.rmtree(outdated, ignore_errors=True)


def write_durably(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk holds it.

    Parameters
    ----------
    path : Path
        The file.
    content : bytes
        All it will hold.
    """
    with path.open('wb') as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Replace a file in one atomic step: a reader sees the old content or the new, never a part."""
    partial = path.with_name(f'{path.name}.partial-{os.getpid()}')
    write_durably(partial, content)
    os.replace(partial, path)


def is_whole(bundle: Path) -> bool:
    """Whether a bundle stands there whose every file is what its manifest says."""
    try:
        read_bundle(bundle)
    except (TrainingError, ValueError, KeyError):
        return False
    return True


def read_bundle(bundle: Path) -> dict[str, Any]:
    """Read a bundle's manifest and hold every file to its hash.

    Parameters
    ----------
    bundle : Path
        The bundle's folder.

    Returns
    -------
    dict
        The manifest.

    Raises
    ------
    TrainingError
        No manifest, or a file that is missing or isn't what the manifest says.
    """
    path = bundle / MANIFEST
    if not path.is_file():
        raise TrainingError(f'found no {MANIFEST} in {bundle}; expected a bundle. Run: npm run ml:train')
    manifest = json.loads(path.read_text(encoding='utf-8'))
    expected_files = EXPECTED_FILES.get(manifest.get('formatVersion'))
    if expected_files is None:
        raise TrainingError(
            f'found format {manifest.get("formatVersion")} in {path}; expected 1 or 2. Train again: npm run ml:train'
        )
    absent = [name for name in expected_files if name not in manifest.get('files', {})]
    if absent:
        raise TrainingError(
            f'found a manifest without {absent[0]} in {bundle}. Train again: npm run ml:train'
        )
    for name, expected in manifest['files'].items():
        file = bundle / name
        found = sha256(file.read_bytes()) if file.is_file() else 'no file'
        if found != expected:
            raise TrainingError(
                f'found {found[:12]} for {name} in {bundle}; its manifest expects {expected[:12]}. '
                'Train again: npm run ml:train'
            )
    if manifest['model']['sha256'] != manifest['files'][MODEL]:
        raise TrainingError(f'found two hashes for {MODEL} in {path}. Train again: npm run ml:train')
    return manifest
