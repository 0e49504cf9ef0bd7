"""Each gate can refuse, and a refused bundle changes nothing."""

import copy
import json
import shutil

import pytest

from credit_model import promote
from credit_model.bundle import find_champion, read_bundle, sha256
from credit_model.promote import promote_bundle
from credit_model.promotion_gates import (
    calibration_gate,
    champion_gate,
    forbidden_features_gate,
    parity_gate,
    usefulness_gate,
)
from credit_model.training_error import TrainingError


@pytest.fixture
def manifest(run):
    return copy.deepcopy(read_bundle(run.bundle))


@pytest.fixture
def bundle(run, tmp_path):
    return shutil.copytree(run.bundle, tmp_path / 'trained' / run.bundle.name)


def with_metrics(manifest, **metrics):
    return {**manifest, 'metrics': {**manifest['metrics'], **metrics}}


def falsify_golden(bundle, key, value):
    """Change one golden answer and hash the file anew, so that only the gate can notice."""
    path, manifest_path = bundle / 'golden.json', bundle / 'manifest.json'
    golden = json.loads(path.read_text())
    golden['cases'][0][key] = value
    path.write_text(json.dumps(golden))
    manifest = json.loads(manifest_path.read_text())
    manifest['files']['golden.json'] = sha256(path.read_bytes())
    manifest_path.write_text(json.dumps(manifest))


def test_a_sound_bundle_is_copied_and_becomes_the_champion(bundle, tmp_path):
    target = tmp_path / 'bundles'
    assert all(gate.passed for gate in promote_bundle(bundle, target, tmp_path / 'none'))
    assert find_champion(target) == bundle.name
    assert read_bundle(target / bundle.name)['modelVersion'] == bundle.name
    assert sorted(path.name for path in target.iterdir()) == sorted(['champion.json', bundle.name])


@pytest.mark.parametrize('key', ['rawScoreLogOdds', 'probabilityOfDefault'])
def test_a_bundle_whose_onnx_differs_from_lightgbm_is_refused_and_the_champion_stays(bundle, tmp_path, key):
    target = tmp_path / 'bundles'
    promote_bundle(bundle, target, tmp_path / 'none')
    before = (target / 'champion.json').read_bytes()
    falsify_golden(bundle, key, 0.123)
    refused = [gate.name for gate in promote_bundle(bundle, target, tmp_path / 'none') if not gate.passed]
    assert refused == ['ONNX repeats LightGBM']
    assert (target / 'champion.json').read_bytes() == before
    read_bundle(target / bundle.name)


def test_a_bundle_that_answers_within_1e_5_passes(run):
    assert parity_gate(run.bundle).passed


def test_a_bundle_with_a_damaged_file_is_refused(bundle, tmp_path):
    (bundle / 'model.onnx').write_bytes(b'damaged')
    with pytest.raises(TrainingError, match=r'model\.onnx'):
        promote_bundle(bundle, tmp_path / 'bundles', tmp_path / 'none')
    assert find_champion(tmp_path / 'bundles') is None


@pytest.mark.parametrize('name', ['sex', 'code_gender', 'client_id'])
def test_a_model_that_reads_sex_or_an_id_is_refused(manifest, name):
    assert forbidden_features_gate(manifest).passed
    assert not forbidden_features_gate({**manifest, 'features': [*manifest['features'], name]}).passed


def test_a_miscalibrated_model_is_refused(manifest):
    manifest['trainingData']['clients'] = 20_000
    assert calibration_gate(with_metrics(manifest, ece=0.009)).passed
    assert not calibration_gate(with_metrics(manifest, ece=0.011)).passed


def test_few_clients_widen_the_calibration_bound_no_more_than_noise_does(manifest):
    manifest['trainingData']['clients'] = 5_000
    assert calibration_gate(with_metrics(manifest, ece=0.019)).passed
    assert not calibration_gate(with_metrics(manifest, ece=0.021)).passed


def test_a_model_that_costs_as_much_as_treating_everyone_alike_is_refused(manifest):
    assert usefulness_gate(manifest).passed
    assert not usefulness_gate(with_metrics(manifest, costPerClient=1.0)).passed


def test_a_model_worse_than_the_champion_beyond_noise_is_refused(manifest):
    metrics = manifest['metrics']
    assert champion_gate(with_metrics(manifest, auc=metrics['auc'] - 0.001), manifest).passed
    assert not champion_gate(with_metrics(manifest, auc=metrics['auc'] - 0.003), manifest).passed
    dearer = with_metrics(manifest, costPerClient=metrics['costPerClient'] + 0.006)
    assert not champion_gate(dearer, manifest).passed


def test_models_of_different_data_are_not_compared(manifest):
    champion = copy.deepcopy(with_metrics(manifest, auc=0.99))
    champion['trainingData']['dataVersion'] = 'another'
    assert champion_gate(manifest, champion).passed
    assert champion_gate(manifest, None).passed


def test_the_fallback_champion_counts_while_there_is_none(bundle, tmp_path):
    better = shutil.copytree(bundle, tmp_path / 'committed' / bundle.name)
    manifest = json.loads((better / 'manifest.json').read_text())
    manifest['metrics']['auc'] += 0.05
    (better / 'manifest.json').write_text(json.dumps(manifest))
    (better.parent / 'champion.json').write_text(json.dumps({'modelVersion': better.name}))
    gates = promote_bundle(bundle, tmp_path / 'bundles', better.parent)
    assert [gate.name for gate in gates if not gate.passed] == ['Not worse than the champion']
    assert find_champion(tmp_path / 'bundles') is None


def test_the_command_promotes_the_newest_bundle_and_says_each_verdict(bundle, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path / 'data'))
    shutil.copytree(bundle, tmp_path / 'data' / 'bundles' / bundle.name)
    assert promote.main([]) == 0
    assert capsys.readouterr().out.count('passed') == 5
    assert promote.main(['unknown']) == 1
    assert 'found no bundle at unknown' in capsys.readouterr().err
