"""``npm run ml:train``: train a model on the built features and write its bundle."""

import argparse
import json
import sys
import time
from pathlib import Path

from credit_model.fairness_groups import load_fairness_groups
from credit_model.leave_out import leave_out
from credit_model.load import load_training_table
from credit_model.locations import CATALOG, resolve_data_dir
from credit_model.raw_source import features_of
from credit_model.report import candidates_table, json_summary
from credit_model.sensitive_features import sensitive_features
from credit_model.track import track_run
from credit_model.training import train_model
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
        The exit code: 0, or 1 after one clear message.
    """
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    data_dir = resolve_data_dir()
    out = (options.out or data_dir / 'bundles').resolve()
    try:
        with features_of(options.data or data_dir) as features:
            table = leave_out(load_training_table(features), options.without, sensitive_features(CATALOG))
            groups = load_fairness_groups(features)
        run = train_model(table, out, options.seed, CATALOG, options.quick, groups)
    except TrainingError as error:
        print(f'ml:train: {error}', file=sys.stderr)
        return 1
    seconds = time.monotonic() - started
    track_run(data_dir / 'mlruns', run.bundle, run.parameters, seconds)
    people = sys.stderr if options.json else sys.stdout
    print('\n' + candidates_table(run.manifest['candidates'], run.seconds), file=people)
    print(f'\nBundle: {run.bundle} ({seconds:.0f} s)', file=people)
    print(f'To serve it: npm run ml:promote -- {run.bundle}', file=people)
    if options.json:
        print(json.dumps(json_summary(run.manifest, str(run.bundle), seconds)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run ml:train --', description=__doc__.replace('`', ''))
    parser.add_argument(
        '--data',
        type=Path,
        help='features.parquet, a data folder, or raw tables (folder or zip); default: DATA_DIR',
    )
    parser.add_argument('--out', type=Path, help='folder for the bundle; default: DATA_DIR/bundles')
    parser.add_argument('--seed', type=int, default=7, help='seed of all randomness; default: 7')
    parser.add_argument(
        '--without',
        metavar='FEATURES',
        help='leave features out: names between commas, or the word sensitive for those that the catalog marks',
    )
    parser.add_argument('--json', action='store_true', help='print the figures as JSON on the last line')
    parser.add_argument(
        '--quick', action='store_true', help='three folds and no grid: a trial, not for serving'
    )
    return parser


if __name__ == '__main__':
    sys.exit(main())
