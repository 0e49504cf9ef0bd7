"""``run.json`` beside a bundle: what differs between two runs that give the same bundle."""

import subprocess
from datetime import UTC, datetime
from typing import Any

from credit_model.bundle import sha256
from credit_model.locations import REPOSITORY
from credit_model.trained_model import TrainedModel

SOURCES = ('ml/credit_model', 'ml/requirements.lock', 'db/features')


def run_record(trained: TrainedModel, manifest: bytes, card: bytes) -> dict[str, Any]:
    """Record when and from which commit a bundle was made.

    Parameters
    ----------
    trained : TrainedModel
        The model, with the seconds that each candidate took.
    manifest, card : bytes
        The bundle's manifest and model card as they are written.

    Returns
    -------
    dict
        By ``bundleRunSchema`` of ``core/contracts/bundle-evaluation.ts``.
    """
    changes = _git('status', '--porcelain', '--', *SOURCES)
    return {
        'startedAt': trained.started_at.astimezone(UTC).isoformat(timespec='seconds').replace('+00:00', 'Z'),
        'seconds': round((datetime.now(UTC) - trained.started_at).total_seconds(), 1),
        'secondsByCandidate': {name: round(seconds, 1) for name, seconds in trained.seconds.items()},
        'commit': _git('rev-parse', 'HEAD') or None,
        'hasUncommittedChanges': None if changes is None else changes != '',
        'bundleSha256': sha256(manifest),
        'modelCardSha256': sha256(card),
    }


def _git(*arguments: str) -> str | None:
    """Ask git; None where there is no git or no repository."""
    try:
        finished = subprocess.run(
            ['git', *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return None
    return finished.stdout.strip() if finished.returncode == 0 else None
