"""A training run hands over a whole, hashed, reproducible bundle."""

import json

import duckdb
import lightgbm
import numpy as np
import pytest
from conftest import make_clients, write_features

from credit_model import train
from credit_model.bundle import read_bundle
from credit_model.golden import golden_matrix
from credit_model.promotion_gates import golden_differences
from credit_model.training import train_model
from credit_model.training_error import TrainingError


def read(bundle, name):
    return json.loads((bundle / name).read_text(encoding='utf-8'))


def test_a_changed_file_is_noticed(table, catalog, tmp_path):
    bundle = train_model(table, tmp_path, 7, catalog, quick=True).bundle
    (bundle / 'reference.json').write_text('{}')
    with pytest.raises(TrainingError, match=r'reference\.json'):
        read_bundle(bundle)


def test_nothing_partial_is_left_beside_the_bundle(run):
    assert [path.name for path in run.bundle.parent.iterdir() if path.is_dir()] == [run.bundle.name]
    assert not any('partial' in path.name for path in run.bundle.parent.rglob('*'))


def test_golden_cases_hold_lightgbms_answers_and_add_up(run, table):
    golden = read(run.bundle, 'golden.json')
    names = [case['name'] for case in golden['cases']]
    rows = golden_matrix(golden)
    assert len(names) >= 64
    assert len(set(names)) == len(names)
    assert np.isnan(rows[names.index('all-missing')]).all()
    for column in range(rows.shape[1]):
        assert np.isnan(rows[[name.startswith('missing-block') for name in names], column]).any()
    for case in golden['cases']:
        total = golden['baseValueLogOdds'] + sum(case['contributionsLogOdds'])
        assert total == pytest.approx(case['rawScoreLogOdds'], abs=1e-8)
    assert max(golden_differences(run.bundle)) <= 1e-5


def test_no_golden_case_is_a_client(run, table):
    names = read(run.bundle, 'golden.json')['features']
    clients = {row.tobytes() for row in table.subset(names).features}
    assert not any(row.tobytes() in clients for row in golden_matrix(read(run.bundle, 'golden.json')))


def test_the_manifest_keeps_to_the_contract(run, table):
    manifest = run.manifest
    assert manifest['trainingData'] == {
        'dataVersion': 'demo-test',
        'origin': 'demo',
        'window': 'train',
        'clients': len(table.target),
        'defaults': int(table.target.sum()),
    }
    assert manifest['decision']['threshold'] == manifest['metrics']['threshold']
    assert [candidate['name'] for candidate in manifest['candidates']][:2] == ['dummy', 'logistic-regression']
    assert sum(candidate['chosen'] for candidate in manifest['candidates']) == 1
    assert 'seconds' not in manifest['metrics']
    assert set(manifest['features']) <= set(table.names)


def test_the_model_ranks_better_than_the_dummy(run):
    metrics = {candidate['name']: candidate['metrics'] for candidate in run.manifest['candidates']}
    assert metrics['dummy']['auc'] == 0.5
    assert run.manifest['metrics']['auc'] > 0.65
    assert run.manifest['metrics']['costPerClient'] < metrics['dummy']['costPerClient']


def test_importance_and_reference_speak_of_the_models_own_features(run):
    features = set(run.manifest['features'])
    importance = read(run.bundle, 'importance.json')['features']
    reference = read(run.bundle, 'reference.json')['features']
    assert {row['feature'] for row in importance} == {row['feature'] for row in reference} == features
    assert sum(row['gainShare'] for row in importance) == pytest.approx(1, abs=1e-6)
    assert all(row['gainShare'] > 0 for row in importance)
    assert all(sum(row['counts']) == row['known'] for row in reference)


def test_the_model_card_tells_purpose_candidates_and_limits(run):
    card = (run.bundle / 'model-card.md').read_text(encoding='utf-8')
    for heading in ('Purpose', 'Data', 'Candidates', 'Grid search', 'Calibration', 'Decision rule', 'Limits'):
        assert f'## {heading}\n' in card
    assert run.manifest['modelVersion'] in card


def test_the_command_ends_with_one_line_of_json_and_tracks_the_run(tmp_path, monkeypatch, capsys):
    features, target = make_clients(1500, seed=2)
    columns = {'client_id': range(1500), 'window': ['train'] * 1500, 'target': target}
    columns |= {f'feature_{index}': features[:, index] for index in range(features.shape[1])}
    write_features(tmp_path / 'features.parquet', {name: list(values) for name, values in columns.items()})
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    assert train.main(['--json', '--quick', '--out', str(tmp_path / 'out')]) == 0
    summary = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    keys = {'auc', 'accuracy', 'costPerClient', 'threshold', 'brier', 'ece'}
    assert keys <= set(summary)
    assert all(keys <= set(metrics) for metrics in summary['candidates'].values())
    assert (tmp_path / 'out' / summary['modelVersion'] / 'manifest.json').is_file()
    assert list((tmp_path / 'mlruns').rglob('metrics/auc'))


def test_the_command_says_what_is_missing_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    assert train.main([]) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith('ml:train: found')
    assert 'Run: npm run' in error


def test_python_and_node_share_one_duckdb_version():
    from credit_model.locations import REPOSITORY

    packages = json.loads((REPOSITORY / 'package.json').read_text())
    assert packages['dependencies']['@duckdb/node-api'].split('-')[0] == duckdb.__version__
    assert lightgbm.__version__ == '4.7.0'
