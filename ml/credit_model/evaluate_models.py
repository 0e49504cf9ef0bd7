"""``npm run ml:evaluate``: candidates and champion on the same clients, and what the gates would say."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from credit_model.bundle import read_bundle
from credit_model.champion import find_champion
from credit_model.compare import Comparison, compare_bundles
from credit_model.comparison_report import comparison_report
from credit_model.find_bundle import find_bundle, find_champion_bundle, list_bundles
from credit_model.locations import REPOSITORY_BUNDLES, resolve_data_dir
from credit_model.promotion_gates import pass_gates
from credit_model.rated_clients import LabelledClients, load_labelled_clients
from credit_model.raw_source import features_of
from credit_model.training_error import TrainingError


def evaluate_candidate(candidate: Path, champion: Path, clients: LabelledClients) -> dict[str, Any]:
    """Compare a candidate with the champion and hold it against the gates.

    Parameters
    ----------
    candidate, champion : Path
        The bundles' folders.
    clients : LabelledClients
        Whom both rate.

    Returns
    -------
    dict
        ``comparison`` (or ``notCompared``, the reason), ``gates`` and ``wouldBePromoted``.
    """
    comparison: Comparison | str
    try:
        comparison = compare_bundles(candidate, champion, clients)
    except TrainingError as error:
        comparison = str(error)
    gates = pass_gates(candidate, read_bundle(candidate), comparison, {})
    compared = (
        {'notCompared': comparison} if isinstance(comparison, str) else {'comparison': comparison.as_json()}
    )
    return {
        'modelVersion': candidate.name,
        **compared,
        'gates': [{'gate': gate.name, 'passed': gate.passed, 'found': gate.found} for gate in gates],
        'wouldBePromoted': all(gate.passed for gate in gates),
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        The command line's unless given.

    Returns
    -------
    int
        The exit code: 0, whatever the verdicts; 1 after one clear message.
    """
    options = _parser().parse_args(arguments)
    data_dir = resolve_data_dir()
    own = data_dir / 'bundles'
    try:
        champion = find_champion_bundle([own, REPOSITORY_BUNDLES])
        if champion is None:
            raise TrainingError(
                f'found no whole champion in {own} or {REPOSITORY_BUNDLES}; expected one to compare with. '
                'Promote a bundle first: npm run ml:promote'
            )
        candidates = [find_bundle(named, own) for named in options.bundles] or [_newest_candidate(own)]
        with features_of(options.data or data_dir) as features:
            clients = load_labelled_clients(features)
            evaluated = [evaluate_candidate(candidate, champion, clients) for candidate in candidates]
    except TrainingError as error:
        print(f'ml:evaluate: {error}', file=sys.stderr)
        return 1
    answer = {
        'champion': champion.name,
        'dataVersion': clients.data_version,
        'clients': len(clients.target),
        'candidates': evaluated,
    }
    report = comparison_report(answer)
    if options.report:
        options.report.write_text(report, encoding='utf-8')
    print(report, file=sys.stderr if options.json else sys.stdout)
    if options.json:
        print(json.dumps({**answer, 'report': report}))
    return 0


def _newest_candidate(own: Path) -> Path:
    champion = find_champion(own)
    candidates = [bundle for bundle in list_bundles(own) if bundle.name != champion]
    if not candidates:
        raise TrainingError(
            f'found no bundle in {own} but the champion; expected a candidate. Run: npm run ml:train'
        )
    return candidates[0]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:evaluate --', description=__doc__.replace('`', ''))
    parser.add_argument(
        'bundles',
        nargs='*',
        help='candidates, by folder or version; default: the newest in DATA_DIR/bundles',
    )
    parser.add_argument(
        '--data',
        type=Path,
        help='labelled clients: features.parquet, a data folder, or raw tables (folder or zip); default: DATA_DIR',
    )
    parser.add_argument('--report', type=Path, help='write the report as Markdown to this file too')
    parser.add_argument('--json', action='store_true', help='print the comparison as JSON on the last line')
    return parser


if __name__ == '__main__':
    sys.exit(main())
