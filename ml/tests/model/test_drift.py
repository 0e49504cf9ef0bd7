"""evidently's own report of a model's features, and what is made of it."""

import json

import numpy as np
import pytest
from conftest import make_table, write_features

from credit_model import drift_report
from credit_model.drift_windows import read_drift_windows
from credit_model.evidently_report import run_evidently
from credit_model.training_error import TrainingError


def write_windows(folder, shift):
    """Write 900 training clients and 600 later ones, whose every feature but age is shifted."""
    before, after = make_table(900, seed=1), make_table(600, seed=2)
    columns = {
        'client_id': np.arange(1500),
        'window': ['train'] * 900 + ['test'] * 600,
        'target': before.target.tolist() + [None] * 600,
    }
    for index, name in enumerate(before.names):
        scale = 0 if name == 'age_years' else shift * np.nanstd(before.features[:, index])
        values = np.concatenate([before.features[:, index], after.features[:, index] + scale])
        columns[name] = [None if np.isnan(value) else float(value) for value in values]
    columns = {name: list(values) for name, values in columns.items()}
    write_features(folder / 'features.parquet', columns)
    described = {'dataVersion': 'demo-later', 'origin': 'demo'}
    (folder / 'features.json').write_text(json.dumps(described))
    return folder / 'features.parquet'


def test_the_reference_is_the_window_trained_on_and_the_current_one_the_latest(run, tmp_path):
    windows = read_drift_windows(write_windows(tmp_path, 0), run.bundle, None)
    assert (windows.reference_name, len(windows.reference)) == ('train', 900)
    assert (windows.current_name, len(windows.current)) == ('test', 600)
    assert list(windows.reference.columns) == run.manifest['features']
    assert set(windows.reference.dtypes) == {np.dtype('float32')}


def test_an_unknown_window_is_named_with_those_there_are(run, tmp_path):
    with pytest.raises(TrainingError, match='found the windows train, test'):
        read_drift_windows(write_windows(tmp_path, 0), run.bundle, 'spring')


def test_a_column_without_values_in_a_window_is_left_out_and_named(run, tmp_path):
    windows = read_drift_windows(write_windows(tmp_path, 0), run.bundle, None)
    current = windows.current.assign(bureau_debt=np.float32(np.nan))
    report = run_evidently(windows.reference, current)
    assert [row['feature'] for row in report.left_out] == ['bureau_debt']
    assert report.columns == len(windows.reference.columns) - 1
    with pytest.raises(TrainingError, match='none with a value'):
        run_evidently(windows.reference, windows.current * np.float32(np.nan))


def test_shifted_clients_drift_and_the_command_ends_with_3_when_asked_to(run, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    write_windows(tmp_path, 2)
    bundle = ['--bundle', str(run.bundle), '--json']
    assert drift_report.main([*bundle, '--fail-on-drift']) == 3
    summary = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert summary['drifted']
    assert 'age_years' not in summary['driftedFeatures']
    assert summary['driftedColumns'] == summary['columns'] - 1
    assert summary['share'] == pytest.approx(summary['driftedColumns'] / summary['columns'])
    folder = tmp_path / 'drift' / 'demo-later'
    assert sorted(path.name for path in folder.iterdir()) == ['report.html', 'report.json', 'summary.json']
    assert json.loads((tmp_path / 'drift' / 'latest.json').read_text())['dataVersion'] == 'demo-later'
    assert 'DriftedColumnsCount' in (folder / 'report.json').read_text()


def test_clients_as_before_do_not_drift(run, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    write_windows(tmp_path, 0)
    assert drift_report.main(['--bundle', str(run.bundle), '--fail-on-drift']) == 0
    assert capsys.readouterr().out.startswith('not drifted: 0 of')


def test_the_command_says_what_is_missing_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    assert drift_report.main([]) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith('ml:drift: found no features')
    assert 'Run: npm run' in error
