"""What evidently's DataDriftPreset says of each column of a folder of arrays: the peer that `core/drift` agrees with.

DIRECTORY holds `columns.json`, a list of {name, type, reference, current}: the files of a column's two windows, little
endian float32 or int32. Prints a list of {name, test, statistic, threshold, drifted}, with the statistic null for NaN.
Where the report raises, `raises` says why; the rest is then what evidently's test gives without drawing anything, or is
absent where a window holds no value.

With --undrawn no report is made, which takes a twentieth of the time: evidently's own inference, choice and test alone.

Usage: python evidently_verdicts.py DIRECTORY [--method METHOD] [--undrawn]
"""

import argparse
import json
import math
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from evidently import Report
from evidently.core.datasets import infer_column_type
from evidently.legacy.calculations.stattests import get_stattest
from evidently.presets import DataDriftPreset

TESTS = {
    'K-S p_value': 'ks',
    'chi-square p_value': 'chisquare',
    'Z-test p_value': 'z',
    'Wasserstein distance (normed)': 'wasserstein',
    'Jensen-Shannon distance': 'jensenshannon',
}


def read_frame(directory: Path, columns: list[dict[str, str]], window: str) -> pd.DataFrame:
    """Read one window of the columns, in the types that their arrays have."""
    types = {'float32': '<f4', 'int32': '<i4'}
    return pd.DataFrame(
        {
            column['name']: np.frombuffer((directory / column[window]).read_bytes(), types[column['type']])
            for column in columns
        }
    )


def judge_column(reference: pd.Series, current: pd.Series, method: str | None) -> dict[str, Any]:
    """Report on one column alone: evidently gives up a whole report for one column that it can't judge."""
    try:
        report = Report([DataDriftPreset(method=method)], include_tests=True)
        answer = json.loads(report.run(current.to_frame(), reference.to_frame()).json())
    except ValueError as error:
        return {**judge_undrawn(reference, current, method), 'raises': str(error)}
    (metric,) = [each for each in answer['metrics'] if each['metric_name'].startswith('ValueDrift')]
    (verdict,) = [each for each in answer['tests'] if each['id'] == 'drift']
    test = metric['config']['method']
    return {
        'name': reference.name,
        'test': TESTS.get(test, test),
        'statistic': null_for_nan(metric['value']),
        'threshold': metric['config']['threshold'],
        'drifted': verdict['status'] == 'FAIL',
    }


def judge_undrawn(reference: pd.Series, current: pd.Series, method: str | None) -> dict[str, Any]:
    """Run the test that evidently would have run, on the values that it would have kept."""
    kept = [window.replace([-np.inf, np.inf], np.nan).dropna() for window in (reference, current)]
    if any(window.empty for window in kept):
        return {'name': reference.name, 'raises': f"An empty column '{reference.name}'"}
    kind = infer_column_type(current)
    test = get_stattest(*kept, kind, method)
    result = test(*kept, kind, None)
    return {
        'name': reference.name,
        'test': test.name,
        'statistic': null_for_nan(result.drift_score),
        'threshold': result.actual_threshold,
        'drifted': bool(result.drifted),
    }


def null_for_nan(statistic: float) -> float | None:
    """JSON has no NaN."""
    return None if math.isnan(statistic) else float(statistic)


def main() -> None:
    """Judge every column of the folder."""
    # Some statistics of edge columns divide by zero on the way; the answer is what counts.
    warnings.filterwarnings('ignore')
    np.seterr(all='ignore')
    parser = argparse.ArgumentParser()
    parser.add_argument('directory', type=Path)
    parser.add_argument('--method')
    parser.add_argument('--undrawn', action='store_true')
    options = parser.parse_args()
    columns = json.loads((options.directory / 'columns.json').read_text())
    reference = read_frame(options.directory, columns, 'reference')
    current = read_frame(options.directory, columns, 'current')
    judge = judge_undrawn if options.undrawn else judge_column
    print(json.dumps([judge(reference[name], current[name], options.method) for name in reference.columns]))


if __name__ == '__main__':
    main()
