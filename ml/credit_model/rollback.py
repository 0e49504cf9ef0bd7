"""``npm run ml:rollback``: give the crown back to the champion before."""

import argparse
import getpass
import json
import sys
from pathlib import Path
from typing import Any

from credit_model.bundle import is_whole
from credit_model.champion import read_champion, uncrown
from credit_model.locations import resolve_data_dir
from credit_model.promotion_gates import parity_gate
from credit_model.training_error import TrainingError


def roll_back(target: Path, by: str, reason: str | None = None) -> dict[str, Any]:
    """Make the champion before the present one serve again.

    Parameters
    ----------
    target : Path
        The folder of bundles.
    by : str
        Who takes it back.
    reason : str, optional
        Why.

    Returns
    -------
    dict
        The new ``champion.json``. Rolling back again goes one further.

    Raises
    ------
    TrainingError
        There is no champion before, or its bundle is gone, damaged or answers otherwise than it did.
    """
    record = read_champion(target)
    if record is None or not record['history']:
        raise TrainingError(
            f'found no champion before the present one in {target}; expected a promotion to take back. '
            'See which bundles there are: npm run ml:list'
        )
    version = record['history'][-1]['modelVersion']
    place = target / version
    if not is_whole(place):
        raise TrainingError(
            f'found no whole bundle of {version} in {target}, which was the champion before; expected it as it was '
            'promoted. Restore it, or promote another: npm run ml:promote'
        )
    gate = parity_gate(place)
    if not gate.passed:
        raise TrainingError(f'found {version} answering otherwise than its golden cases: {gate.found}')
    return uncrown(target, record, by, reason)


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        The command line's unless given.

    Returns
    -------
    int
        The exit code: 0, or 1 after one clear message.
    """
    options = _parser().parse_args(arguments)
    target = resolve_data_dir() / 'bundles'
    try:
        record = roll_back(target, options.by or getpass.getuser(), options.reason)
    except TrainingError as error:
        print(f'ml:rollback: {error}', file=sys.stderr)
        return 1
    taken_back = record['rolledBack'][-1]['modelVersion']
    if options.json:
        print(json.dumps({'modelVersion': record['modelVersion'], 'rolledBack': taken_back}))
    else:
        print(f'{record["modelVersion"]} is the champion of {target} again; {taken_back} was taken back')
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:rollback --', description=__doc__.replace('`', ''))
    parser.add_argument('--reason', help='why, for the record')
    parser.add_argument('--by', help='who, for the record; default: the user of this machine')
    parser.add_argument('--json', action='store_true', help='print the two versions as JSON on the last line')
    return parser


if __name__ == '__main__':
    sys.exit(main())
