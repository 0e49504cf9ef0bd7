"""A model that computes a feature from its training clients rates and watches clients by that very feature."""

import json
from dataclasses import replace

import numpy as np
import pytest
from conftest import make_table
from test_comparison import write_table

from credit_model.bundle import read_bundle
from credit_model.compare import compare_bundles
from credit_model.drift_windows import read_drift_windows
from credit_model.neighbours import FEATURE, INPUTS
from credit_model.rated_clients import load_labelled_clients, rate_clients
from credit_model.score_clients import read_model_features
from credit_model.training import train_model


def make_scored_table(seed):
    """Make clients of whom only the four inputs of the feature are known, noisily."""
    table = make_table(1500, seed)
    generator = np.random.default_rng(seed)
    risk = generator.normal(size=1500)
    target = (generator.random(1500) < 1 / (1 + np.exp(1.8 - 1.5 * risk))).astype(np.int8)
    features = (risk[:, None] + generator.normal(size=(1500, 4)) * 2).astype(np.float32)
    return replace(table, features=features, target=target, names=INPUTS)


@pytest.fixture(scope='module')
def own(catalog, tmp_path_factory):
    table = make_scored_table(1)
    run = train_model(table, tmp_path_factory.mktemp('own'), 7, catalog, quick=True)
    assert FEATURE in run.manifest['features']
    return run, table


def test_a_training_client_has_the_feature_that_training_gave_it(own, tmp_path):
    run, table = own
    path = write_table(tmp_path, table, 'demo-test', 'demo')
    ids, features = read_model_features(run.bundle, path, 'target is not null')
    assert (ids == table.client_ids).all()
    reference = json.loads((run.bundle / 'reference.json').read_text())['features']
    described = next(row for row in reference if row['feature'] == FEATURE)
    rates = features[:, run.manifest['features'].index(FEATURE)].astype(float)
    assert rates.mean() == pytest.approx(described['mean'], rel=1e-6)
    assert rates.std() == pytest.approx(described['standardDeviation'], rel=1e-6)


def test_new_clients_are_rated_about_as_well_as_out_of_fold(own, tmp_path):
    run, _ = own
    clients = load_labelled_clients(write_table(tmp_path, make_scored_table(2), 'import-new', 'import'))
    auc = compare_bundles(run.bundle, run.bundle, clients).figures['auc'].candidate.estimate
    assert auc == pytest.approx(run.manifest['metrics']['auc'], abs=0.05)
    assert rate_clients(run.bundle, clients).can_judge.all()


def test_the_feature_is_watched_for_drift(own, tmp_path):
    run, table = own
    path = write_table(tmp_path, table, 'demo-test', 'demo', windows=['train'] * 1000 + ['test'] * 500)
    windows = read_drift_windows(path, run.bundle, None)
    assert list(windows.current.columns) == read_bundle(run.bundle)['features']
    assert windows.current[FEATURE].notna().all()
