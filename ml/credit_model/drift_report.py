"""``npm run ml:drift``: evidently's own report over the clients a model was trained on and those that came after."""

import argparse
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from credit_model.bundle import replace_file
from credit_model.drift_windows import DriftWindows, read_drift_windows
from credit_model.evidently_report import EvidentlyReport, run_evidently
from credit_model.find_bundle import find_bundle, find_champion_bundle
from credit_model.locations import REPOSITORY_BUNDLES, resolve_data_dir
from credit_model.raw_source import FEATURES
from credit_model.training_error import TrainingError

LATEST = 'latest.json'
DRIFTED = 3
SAFE_NAME = re.compile(r'[\w.-]{1,100}')


def report_drift(data_dir: Path, bundle: Path, window: str | None = None) -> tuple[Path, dict[str, Any]]:
    """Write evidently's report for a model's features into ``DATA_DIR/drift/<dataVersion>``.

    Parameters
    ----------
    data_dir : Path
        Holds the built features.
    bundle : Path
        The model's bundle.
    window : str, optional
        The current window; the latest other than the model's own unless given.

    Returns
    -------
    folder : Path
        Holds ``report.html``, ``report.json`` (both evidently's own) and ``summary.json``.
    summary : dict
        What ``summary.json`` holds.

    Raises
    ------
    TrainingError
        No features, a window that isn't there or has no rows, or features that the file lacks.
    """
    windows = read_drift_windows(data_dir / FEATURES, bundle, window)
    if not SAFE_NAME.fullmatch(windows.data_version):
        raise TrainingError(
            f'found the data version {windows.data_version!r}; expected letters, digits, dots and hyphens'
        )
    report = run_evidently(windows.reference, windows.current)
    folder = data_dir / 'drift' / windows.data_version
    folder.mkdir(parents=True, exist_ok=True)
    summary = _summary(bundle.name, windows, report)
    # The summary last: whoever finds it finds the report that it sums up.
    replace_file(folder / 'report.html', report.html.encode())
    replace_file(folder / 'report.json', report.json.encode())
    replace_file(folder / 'summary.json', _to_bytes(summary))
    pointer = {'dataVersion': windows.data_version, 'createdAt': summary['createdAt']}
    replace_file(folder.parent / LATEST, _to_bytes(pointer))
    return folder, summary


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        The command line's unless given.

    Returns
    -------
    int
        The exit code: 0; 1 after one clear message; 3 with ``--fail-on-drift`` when the dataset drifted.
    """
    options = _parser().parse_args(arguments)
    data_dir = resolve_data_dir()
    try:
        bundle = _bundle(options.bundle, data_dir / 'bundles')
        folder, summary = report_drift(data_dir, bundle, options.window)
    except (TrainingError, duckdb.Error) as error:
        print(f'ml:drift: {error}', file=sys.stderr)
        return 1
    people = sys.stderr if options.json else sys.stdout
    verdict = 'DRIFTED' if summary['drifted'] else 'not drifted'
    print(
        f'{verdict}: {summary["driftedColumns"]} of {summary["columns"]} columns ({summary["share"]:.0%}), '
        f'{summary["current"]["name"]} ({summary["current"]["rows"]:,} clients) against '
        f'{summary["reference"]["name"]} ({summary["reference"]["rows"]:,})',
        file=people,
    )
    for reason in sorted({left_out['reason'] for left_out in summary['leftOut']}):
        features = [left_out['feature'] for left_out in summary['leftOut'] if left_out['reason'] == reason]
        print(f'left out, because {reason}: {", ".join(features)}', file=people)
    print(f'Report: {folder / "report.html"}', file=people)
    if options.json:
        print(json.dumps({**summary, 'folder': str(folder)}))
    return DRIFTED if options.fail_on_drift and summary['drifted'] else 0


def _summary(model_version: str, windows: DriftWindows, report: EvidentlyReport) -> dict[str, Any]:
    return {
        'dataVersion': windows.data_version,
        'modelVersion': model_version,
        'reference': {'name': windows.reference_name, 'rows': len(windows.reference)},
        'current': {'name': windows.current_name, 'rows': len(windows.current)},
        'driftedColumns': len(report.drifted_columns),
        'columns': report.columns,
        'share': len(report.drifted_columns) / report.columns,
        'drifted': report.drifted,
        'driftedFeatures': report.drifted_columns,
        'leftOut': report.left_out,
        'createdAt': datetime.now(UTC).isoformat(timespec='seconds').replace('+00:00', 'Z'),
    }


def _bundle(named: str | None, own: Path) -> Path:
    if named is not None:
        return find_bundle(named, own)
    champion = find_champion_bundle([own, REPOSITORY_BUNDLES])
    if champion is None:
        raise TrainingError(
            f'found no whole champion in {own} or {REPOSITORY_BUNDLES}; expected the model whose features to watch. '
            'Promote a bundle first: npm run ml:promote'
        )
    return champion


def _to_bytes(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + '\n').encode()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:drift --', description=__doc__.replace('`', ''))
    parser.add_argument(
        '--window', help='the current window; default: the latest other than the model was trained on'
    )
    parser.add_argument('--bundle', help='the model, by folder or version; default: the champion')
    parser.add_argument('--json', action='store_true', help='print the summary as JSON on the last line')
    parser.add_argument('--fail-on-drift', action='store_true', help='end with 3 when the dataset drifted')
    return parser


if __name__ == '__main__':
    sys.exit(main())
