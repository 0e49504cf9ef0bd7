"""``npm run features:spark``: build the features on Spark, with the SQL and the rows of ``npm run features:build``."""

import argparse
import os
import sys
import time

from credit_model.locations import resolve_data_dir
from spark_features.build import build_features
from spark_features.folder import locate
from spark_features.plan import parse_plan
from spark_features.session import open_spark
from spark_features.spark_features_error import SparkFeaturesError
from spark_features.stoppable import run_stoppable


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the plan comes on standard input.

    Parameters
    ----------
    arguments : list of str, optional
        The command line's unless given.

    Returns
    -------
    int
        The exit code: 0, 1 after one clear message, or 130 when stopped.
    """
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    data_dir = str(resolve_data_dir())
    data, out = locate(options.data or f'{data_dir}/raw'), locate(options.out or data_dir)
    try:
        plan = parse_plan(sys.stdin.read())
        with open_spark(options.master, dict(options.conf)) as spark:
            summary = run_stoppable(spark, lambda: build_features(spark, plan, data, out))
    except SparkFeaturesError as error:
        print(f'features:spark: {error}', file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print('features:spark: stopped; the former features, if any, are as they were.', file=sys.stderr)
        return 130
    for warning in summary['warnings']:
        print(f'warning: {warning}', file=sys.stderr)
    windows = ', '.join(f'{window} {clients}' for window, clients in summary['windows'].items())
    print(
        f'features:spark: {summary["featureCount"]} features of {summary["rows"]} clients ({windows}) in {out} '
        f'({time.monotonic() - started:.0f} s)',
        file=sys.stderr,
    )
    return 0


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition('=')
    if not equals:
        raise argparse.ArgumentTypeError(
            f'found {text}; expected NAME=VALUE, such as spark.executor.memory=4g'
        )
    return name, value


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog='npm run features:spark --', description=__doc__)
    parser.add_argument(
        '--data', help='folder of the raw tables, a path or an address (hdfs://…); default: DATA_DIR/raw'
    )
    parser.add_argument('--out', help='folder for the features, a path or an address; default: DATA_DIR')
    parser.add_argument(
        '--master',
        default=os.environ.get('SPARK_MASTER') or 'local[*]',
        help='the cluster; default: SPARK_MASTER, or this machine (local[*])',
    )
    parser.add_argument(
        '--conf',
        action='append',
        type=_setting,
        default=[],
        metavar='NAME=VALUE',
        help="a setting of Spark's",
    )
    return parser


if __name__ == '__main__':
    sys.exit(main())
