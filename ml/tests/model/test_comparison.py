"""Models are compared on the same clients, none of whom the rated model had learnt from."""

import json
import shutil

import numpy as np
import pytest
from conftest import make_table, write_features

from credit_model import evaluate_models
from credit_model.bundle import read_bundle, sha256
from credit_model.compare import compare_bundles
from credit_model.out_of_fold import read_out_of_fold
from credit_model.rated_clients import load_labelled_clients, rate_clients
from credit_model.score_clients import score_clients
from credit_model.training import train_model
from credit_model.training_error import TrainingError


def write_table(folder, table, version, origin, windows=None):
    """Write a table as features.parquet with its features.json."""
    folder.mkdir(parents=True, exist_ok=True)
    columns = {
        'client_id': table.client_ids,
        'window': windows or ['train'] * len(table.target),
        'target': table.target,
    }
    columns |= {name: table.features[:, index].astype(float) for index, name in enumerate(table.names)}
    columns = {
        name: [None if value != value else value for value in np.asarray(values).tolist()]
        for name, values in columns.items()
    }
    write_features(folder / 'features.parquet', columns)
    described = {'dataVersion': version, 'origin': origin}
    (folder / 'features.json').write_text(json.dumps(described))
    return folder / 'features.parquet'


@pytest.fixture(scope='module')
def new_clients(tmp_path_factory):
    path = write_table(tmp_path_factory.mktemp('new'), make_table(1500, seed=5), 'import-new', 'import')
    return load_labelled_clients(path)


@pytest.fixture(scope='module')
def own_clients(table, tmp_path_factory):
    return load_labelled_clients(write_table(tmp_path_factory.mktemp('own'), table, 'demo-test', 'demo'))


@pytest.fixture(scope='module')
def other(table, catalog, tmp_path_factory):
    """A model of the same clients that knows two features less."""
    weaker = table.subset(['age_years', 'children_count', 'bureau_debt'])
    return train_model(weaker, tmp_path_factory.mktemp('weaker'), 7, catalog, quick=True)


def test_training_keeps_its_out_of_fold_answers_beside_the_bundle(run, table):
    kept = read_out_of_fold(run.bundle)
    assert (kept.client_ids == table.client_ids).all()
    assert np.mean((kept.probability - kept.target) ** 2) == pytest.approx(run.manifest['metrics']['brier'])
    assert not any('fold' in path.name for path in run.bundle.iterdir())


def test_a_client_of_the_training_data_is_rated_out_of_fold(run, own_clients):
    rated, kept = rate_clients(run.bundle, own_clients), read_out_of_fold(run.bundle)
    assert (rated.probability == kept.probability).all()
    assert (rated.fold_of == kept.fold_of).all()


def test_a_client_whom_the_model_never_saw_is_scored_as_in_serving(run, new_clients):
    rated = rate_clients(run.bundle, new_clients)
    manifest = read_bundle(run.bundle)
    features = make_table(1500, seed=5).subset(manifest['features']).features
    assert (rated.probability == score_clients(run.bundle, manifest, features)).all()
    assert (rated.fold_of == -1).all()


def test_a_client_known_from_other_data_of_the_same_origin_is_left_out(run, table, tmp_path):
    path = write_table(tmp_path, make_table(1500, seed=5), 'demo-later', 'demo')
    assert not rate_clients(run.bundle, load_labelled_clients(path)).can_judge.any()


def test_a_model_without_out_of_fold_answers_is_not_judged_by_its_own_clients(run, own_clients, tmp_path):
    alone = shutil.copytree(run.bundle, tmp_path / run.bundle.name)
    with pytest.raises(TrainingError, match='no out-of-fold answers'):
        rate_clients(alone, own_clients)


def test_a_model_that_lacks_its_features_is_not_judged(run, tmp_path):
    weaker = make_table(1500, seed=5).subset(['age_years', 'children_count'])
    path = write_table(tmp_path, weaker, 'import-poor', 'import')
    with pytest.raises(TrainingError, match='does not hold'):
        rate_clients(run.bundle, load_labelled_clients(path))


def test_a_model_is_as_good_as_itself(run, new_clients):
    comparison = compare_bundles(run.bundle, run.bundle, new_clients)
    assert {comparison.verdict(figure) for figure in comparison.figures} == {'within noise'}
    difference = comparison.figures['auc'].difference
    assert (difference.estimate, difference.low, difference.high) == (0, 0, 0)


@pytest.mark.parametrize('clients', ['own_clients', 'new_clients'])
def test_a_model_that_knows_less_is_worse_beyond_noise(run, other, clients, request):
    comparison = compare_bundles(other.bundle, run.bundle, request.getfixturevalue(clients))
    assert comparison.verdict('auc') == 'worse'
    assert comparison.verdict('costPerClient') == 'worse'
    assert comparison.clients == 1500
    backwards = compare_bundles(run.bundle, other.bundle, request.getfixturevalue(clients))
    assert backwards.verdict('auc') == 'better'


def test_paired_differences_are_surer_than_the_figures_themselves(run, other, new_clients):
    auc = compare_bundles(other.bundle, run.bundle, new_clients).figures['auc']
    width = auc.difference.high - auc.difference.low
    assert width < (auc.candidate.high - auc.candidate.low) + (auc.champion.high - auc.champion.low)


def test_too_few_clients_tell_nothing(run, tmp_path):
    path = write_table(tmp_path, make_table(300, seed=5), 'import-few', 'import')
    with pytest.raises(TrainingError, match='expected at least 500'):
        compare_bundles(run.bundle, run.bundle, load_labelled_clients(path))


def test_the_command_reports_figures_and_verdicts(run, other, new_clients, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    folder = tmp_path / 'bundles'
    for trained in (run, other):
        shutil.copytree(trained.bundle, folder / trained.bundle.name)
    (folder / 'champion.json').write_text(json.dumps({'modelVersion': run.bundle.name}))
    report = tmp_path / 'report.md'
    options = ['--data', str(new_clients.path), '--json', '--report', str(report)]
    assert evaluate_models.main(options) == 0
    answer = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    (candidate,) = answer['candidates']
    assert (answer['champion'], candidate['modelVersion']) == (run.bundle.name, other.bundle.name)
    assert not candidate['wouldBePromoted']
    refused = [gate['gate'] for gate in candidate['gates'] if not gate['passed']]
    # The weaker one was trained on clients of no known group.
    assert refused == ['Fair', 'Not worse than the champion']
    assert '| AUC |' in report.read_text()
    assert sha256((folder / 'champion.json').read_bytes()) == sha256(
        json.dumps({'modelVersion': run.bundle.name}).encode()
    )


def test_the_command_says_when_there_is_no_candidate(run, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv('DATA_DIR', str(tmp_path))
    assert evaluate_models.main([]) == 1
    assert capsys.readouterr().err.startswith('ml:evaluate: found no bundle')
