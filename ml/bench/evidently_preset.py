"""Time evidently's DataDriftPreset on a folder of arrays: the peer of `npm run bench -- drift`.

DIRECTORY is as `evidently_verdicts.py` describes it. Reading the files is not counted, nor importing evidently. Prints
{seconds, peakMb, verdicts}, a list of {name, test, statistic, threshold, drifted}.

Usage: python evidently_preset.py DIRECTORY
"""

import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np
from evidently import Report
from evidently.presets import DataDriftPreset
from evidently_verdicts import TESTS, read_frame

warnings.filterwarnings('ignore')
np.seterr(all='ignore')
directory = Path(sys.argv[1])
columns = json.loads((directory / 'columns.json').read_text())
reference = read_frame(directory, columns, 'reference')
current = read_frame(directory, columns, 'current')

start = time.perf_counter()
snapshot = Report([DataDriftPreset()], include_tests=True).run(current, reference)
seconds = time.perf_counter() - start

answer = json.loads(snapshot.json())
status = {
    test['metric_config']['params']['column']: test['status']
    for test in answer['tests']
    if test['id'] == 'drift'
}
verdicts = [
    {
        'name': metric['config']['column'],
        'test': TESTS[metric['config']['method']],
        'statistic': metric['value'],
        'threshold': metric['config']['threshold'],
        'drifted': status[metric['config']['column']] == 'FAIL',
    }
    for metric in answer['metrics']
    if metric['metric_name'].startswith('ValueDrift')
]
peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({'seconds': seconds, 'peakMb': peak_mb, 'verdicts': verdicts}))
