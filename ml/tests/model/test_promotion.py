"""Each gate can refuse, a refused bundle changes nothing, and a promotion can be taken back."""

import copy
import json
import shutil
from pathlib import Path

import pytest

from credit_model import list_models, promote, rollback
from credit_model.bundle import read_bundle, sha256
from credit_model.champion import find_champion, read_champion
from credit_model.compare import FIGURES, Compared, Comparison
from credit_model.intervals import Estimate
from credit_model.out_of_fold import copy_out_of_fold
from credit_model.promotion import Promotion, promote_bundle
from credit_model.promotion_gates import (
    calibration_gate,
    champion_gate,
    fairness_gate,
    forbidden_features_gate,
    parity_gate,
    reproduction_gate,
    usefulness_gate,
)
from credit_model.rollback import roll_back
from credit_model.training_error import TrainingError


@pytest.fixture
def manifest(run):
    return copy.deepcopy(read_bundle(run.bundle))


@pytest.fixture
def bundle(run, tmp_path):
    return shutil.copytree(run.bundle, tmp_path / 'trained' / run.bundle.name)


def compared(**differences):
    """Make a comparison by its differences, each as estimate, low and high."""
    same = Estimate(0.5, 0.4, 0.6)
    figures = {
        name: Compared(same, same, Estimate(*differences.get(name, (0.0, -0.01, 0.01)))) for name in FIGURES
    }
    return Comparison('candidate', 'champion', 'data', 1500, 200, {}, 0, figures)


def into(target, compare=None, **options):
    return Promotion(
        target=target,
        fallback=options.pop('fallback', target.parent / 'none'),
        compare=compare or (lambda *_: compared()),
        by='tester',
        **options,
    )


def rewrite(bundle: Path, name: str, change) -> None:
    """Change one file and hash it anew, so that only a gate can notice."""
    path, manifest_path = bundle / name, bundle / 'manifest.json'
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))
    if name != 'manifest.json':
        manifest = json.loads(manifest_path.read_text())
        manifest['files'][name] = sha256(path.read_bytes())
        manifest_path.write_text(json.dumps(manifest))


def make_sibling(bundle: Path, version: str) -> Path:
    """Copy a bundle under another version."""
    sibling = shutil.copytree(bundle, bundle.parent / version)
    rewrite(sibling, 'manifest.json', lambda manifest: manifest.update(modelVersion=version))
    return sibling


def refusals(gates):
    return [gate.name for gate in gates if not gate.passed]


def with_metrics(manifest, **metrics):
    return {**manifest, 'metrics': {**manifest['metrics'], **metrics}}


def test_a_sound_bundle_is_copied_and_becomes_the_champion(bundle, tmp_path):
    target = tmp_path / 'bundles'
    assert refusals(promote_bundle(bundle, into(target))) == []
    assert find_champion(target) == bundle.name
    assert read_bundle(target / bundle.name)['modelVersion'] == bundle.name
    assert sorted(path.name for path in target.iterdir()) == sorted(['champion.json', bundle.name])


@pytest.mark.parametrize('key', ['rawScoreLogOdds', 'probabilityOfDefault'])
def test_a_bundle_whose_onnx_differs_from_lightgbm_is_refused_and_the_champion_stays(bundle, tmp_path, key):
    target = tmp_path / 'bundles'
    promote_bundle(bundle, into(target))
    before = (target / 'champion.json').read_bytes()
    other = make_sibling(bundle, 'other')
    rewrite(other, 'golden.json', lambda golden: golden['cases'][0].update({key: 0.123}))
    assert refusals(promote_bundle(other, into(target))) == ['ONNX repeats LightGBM']
    assert (target / 'champion.json').read_bytes() == before
    assert not (target / 'other').exists()


def test_a_bundle_that_answers_within_1e_5_passes(run):
    assert parity_gate(run.bundle).passed


def test_a_bundle_with_a_damaged_file_is_refused(bundle, tmp_path):
    (bundle / 'model.onnx').write_bytes(b'damaged')
    with pytest.raises(TrainingError, match=r'model\.onnx'):
        promote_bundle(bundle, into(tmp_path / 'bundles'))
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


def break_a_bound(evaluation):
    bound = evaluation['fairness']['attributes'][0]['bounds'][0]
    bound.update(held=False, found=0.6, evidence=0.7, groups=['male', 'female'])
    evaluation['fairness']['alternative'] = {
        'description': 'Without the 2 features that say or depend on age, family or place',
        'withoutFeatures': ['age_years', 'children_count'],
        'auc': 0.7,
        'costPerClient': 0.5,
        'boundsHeld': True,
    }


def test_a_broken_bound_refuses_a_model_whatever_the_reason_and_names_the_alternative(bundle, tmp_path):
    rewrite(bundle, 'evaluation.json', break_a_bound)
    gates = promote_bundle(bundle, into(tmp_path / 'bundles', waivers={'fairness': 'no time'}))
    assert refusals(gates) == ['Fair']
    found = next(gate.found for gate in gates if gate.name == 'Fair')
    assert 'sex: selectionRateRatio 0.600 between male and female' in found
    assert 'npm run ml:train -- --without age_years,children_count' in found


def test_a_model_that_was_not_audited_is_refused_unless_the_reason_is_recorded(bundle, tmp_path):
    rewrite(bundle, 'evaluation.json', lambda evaluation: evaluation.update(fairness=None))
    target = tmp_path / 'bundles'
    assert refusals(promote_bundle(bundle, into(target))) == ['Fair']
    promote_bundle(bundle, into(target, waivers={'fairness': 'the data names no groups'}))
    assert read_champion(target)['waived'] == {'fairness': 'the data names no groups'}


def test_a_bundle_of_the_format_before_audits_counts_as_not_audited(bundle, manifest):
    del manifest['files']['evaluation.json']
    assert not fairness_gate(bundle, manifest).passed


def test_a_bundle_that_does_not_name_what_it_follows_from_is_refused(manifest):
    assert reproduction_gate(manifest).passed
    assert not reproduction_gate({**manifest, 'reproduction': {'dataVersion': 'demo', 'seed': 7}}).passed
    del manifest['reproduction']
    assert not reproduction_gate(manifest).passed


@pytest.mark.parametrize(
    ('differences', 'passed'),
    [
        ({}, True),
        ({'auc': (-0.01, -0.02, 0.001)}, True),
        ({'auc': (-0.01, -0.02, -0.001)}, False),
        ({'auc': (0.01, 0.001, 0.02)}, True),
        ({'costPerClient': (0.01, 0.001, 0.02)}, False),
        ({'costPerClient': (-0.01, -0.02, -0.001)}, True),
    ],
)
def test_a_model_worse_than_the_champion_beyond_noise_is_refused(differences, passed):
    assert champion_gate(compared(**differences)).passed is passed


def test_a_comparison_that_cannot_be_had_refuses_unless_the_reason_is_recorded(bundle, tmp_path):
    def impossible(*_):
        raise TrainingError('found no out-of-fold answers')

    target = tmp_path / 'bundles'
    promote_bundle(make_sibling(bundle, 'first'), into(target))
    assert refusals(promote_bundle(bundle, into(target, impossible))) == ['Not worse than the champion']
    promote_bundle(bundle, into(target, impossible, waivers={'comparison': 'other features'}))
    assert read_champion(target)['waived'] == {'comparison': 'other features'}


def test_the_committed_champion_counts_and_is_kept_while_there_is_no_own_one(bundle, tmp_path):
    committed = make_sibling(bundle, 'committed')
    (bundle.parent / 'champion.json').write_text(json.dumps({'modelVersion': 'committed'}))
    asked = []

    def compare(candidate, champion):
        asked.append((candidate.name, champion))
        return compared()

    target = tmp_path / 'bundles'
    promote_bundle(bundle, into(target, compare, fallback=bundle.parent))
    assert asked == [(bundle.name, committed)]
    assert [entry['modelVersion'] for entry in read_champion(target)['history']] == ['committed']
    assert roll_back(target, 'tester')['modelVersion'] == 'committed'
    assert read_bundle(target / 'committed')['modelVersion'] == 'committed'


def test_a_damaged_champion_does_not_bar_the_way_to_a_sound_bundle(bundle, tmp_path):
    target = tmp_path / 'bundles'
    promote_bundle(make_sibling(bundle, 'first'), into(target))
    (target / 'first' / 'model.onnx').write_bytes(b'damaged')
    assert refusals(promote_bundle(bundle, into(target))) == []
    assert find_champion(target) == bundle.name


def test_promotions_are_taken_back_one_by_one_and_all_of_it_is_recorded(bundle, tmp_path):
    target = tmp_path / 'bundles'
    for version in ('first', 'second', 'third'):
        promote_bundle(make_sibling(bundle, version), into(target))
    assert roll_back(target, 'tester', 'too many refusals')['modelVersion'] == 'second'
    assert roll_back(target, 'tester')['modelVersion'] == 'first'
    record = read_champion(target)
    assert record['history'] == []
    assert [(entry['modelVersion'], entry.get('reason')) for entry in record['rolledBack']] == [
        ('third', 'too many refusals'),
        ('second', None),
    ]
    with pytest.raises(TrainingError, match='no champion before'):
        roll_back(target, 'tester')


def test_nothing_is_taken_back_to_a_damaged_bundle(bundle, tmp_path):
    target = tmp_path / 'bundles'
    for version in ('first', 'second'):
        promote_bundle(make_sibling(bundle, version), into(target))
    (target / 'first' / 'model.onnx').write_bytes(b'damaged')
    with pytest.raises(TrainingError, match='no whole bundle of first'):
        roll_back(target, 'tester')
    assert find_champion(target) == 'second'


@pytest.mark.parametrize(('origin', 'kept'), [('demo', True), ('import', False)])
def test_the_repository_takes_one_bundle_and_names_synthetic_clients_alone(run, tmp_path, origin, kept):
    trained = tmp_path / 'trained'
    shutil.copytree(run.bundle.parent, trained)
    sibling = make_sibling(trained / run.bundle.name, 'sibling')
    rewrite(sibling, 'manifest.json', lambda manifest: manifest['trainingData'].update(origin=origin))
    copy_out_of_fold(run.bundle, sibling)
    target = tmp_path / 'repository'
    promote_bundle(trained / run.bundle.name, into(target, into_repository=True))
    promote_bundle(sibling, into(target, into_repository=True))
    expected = {'champion.json', 'sibling'} | ({'sibling.out-of-fold.parquet'} if kept else set())
    assert {path.name for path in target.iterdir()} == expected


def test_the_commands_promote_list_and_roll_back(bundle, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path / 'data'))
    folder = tmp_path / 'data' / 'bundles'
    first = make_sibling(bundle, 'first')
    shutil.copytree(first, folder / 'first')
    promoted = ['--without-comparison', 'made-up clients', '--json']
    assert promote.main(promoted) == 0
    verdict = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert (verdict['modelVersion'], verdict['promoted'], len(verdict['gates'])) == ('first', True, 7)
    assert promote.main([str(bundle), *promoted]) == 0
    capsys.readouterr()
    assert list_models.main(['--json']) == 0
    models = {model['modelVersion']: model for model in json.loads(capsys.readouterr().out)}
    assert [version for version, model in models.items() if model['champion']] == [bundle.name]
    assert models['first']['whole']
    assert rollback.main(['--json']) == 0
    assert json.loads(capsys.readouterr().out) == {'modelVersion': 'first', 'rolledBack': bundle.name}
    assert promote.main(['unknown']) == 1
    assert 'found no bundle at unknown' in capsys.readouterr().err
