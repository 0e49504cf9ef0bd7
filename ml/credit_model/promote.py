"""``npm run ml:promote``: make a bundle the champion, if it passes every gate."""

import argparse
import getpass
import json
import sys
from pathlib import Path
from typing import TextIO

from credit_model.find_bundle import find_bundle
from credit_model.locations import REPOSITORY_BUNDLES, resolve_data_dir
from credit_model.promotion import Promotion, compare_on, promote_bundle
from credit_model.training_error import TrainingError


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
    data_dir = resolve_data_dir()
    to_repository = options.to == 'repo'
    promotion = Promotion(
        target=REPOSITORY_BUNDLES if to_repository else data_dir / 'bundles',
        fallback=REPOSITORY_BUNDLES,
        compare=compare_on(options.data or data_dir),
        by=options.by or getpass.getuser(),
        waivers=_waivers(options),
        into_repository=to_repository,
    )
    try:
        bundle = find_bundle(options.bundle, data_dir / 'bundles')
        gates = promote_bundle(bundle, promotion)
    except TrainingError as error:
        print(f'ml:promote: {error}', file=sys.stderr)
        return 1
    promoted = all(gate.passed for gate in gates)
    for gate in gates:
        print(f'{"passed " if gate.passed else "REFUSED"}  {gate.name}: {gate.found}', file=_people(options))
    if promoted:
        print(f'{bundle.name} is now the champion of {promotion.target}', file=_people(options))
    else:
        print(f'ml:promote: {bundle.name} was not promoted; the champion stays as it was', file=sys.stderr)
    if options.json:
        verdicts = [{'gate': gate.name, 'passed': gate.passed, 'found': gate.found} for gate in gates]
        print(json.dumps({'modelVersion': bundle.name, 'promoted': promoted, 'gates': verdicts}))
    return 0 if promoted else 1


def _waivers(options: argparse.Namespace) -> dict[str, str]:
    given = {'fairness': options.without_fairness_audit, 'comparison': options.without_comparison}
    return {gate: reason.strip() for gate, reason in given.items() if reason and reason.strip()}


def _people(options: argparse.Namespace) -> TextIO:
    return sys.stderr if options.json else sys.stdout


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:promote --', description=__doc__.replace('`', ''))
    parser.add_argument(
        'bundle', nargs='?', help='folder or version; default: the newest in DATA_DIR/bundles'
    )
    parser.add_argument(
        '--to',
        choices=['data', 'repo'],
        default='data',
        help='whose champion: DATA_DIR/bundles (default) or the committed one, ml/bundles',
    )
    parser.add_argument(
        '--data', type=Path, help='labelled clients to compare with the champion on; default: DATA_DIR'
    )
    parser.add_argument('--by', help='who promotes, for the record; default: the user of this machine')
    parser.add_argument(
        '--without-fairness-audit',
        metavar='REASON',
        help='promote a model that was not audited (a broken bound refuses it all the same); the reason is recorded',
    )
    parser.add_argument(
        '--without-comparison',
        metavar='REASON',
        help='promote a model that can’t be compared with the champion; the reason is recorded',
    )
    parser.add_argument('--json', action='store_true', help='print the verdicts as JSON on the last line')
    return parser


if __name__ == '__main__':
    sys.exit(main())
