"""A bundle is the same whenever it is made from the same, and says what the product's contracts ask."""

import json
import subprocess

import pytest
from conftest import make_groups

from credit_model.bundle import read_bundle, sha256
from credit_model.evaluation_file import candidate_kind
from credit_model.locations import REPOSITORY
from credit_model.training import train_model

NODE = REPOSITORY / 'node_modules' / '.bin' / 'node'
PARSE = """
import { readFileSync } from 'node:fs'
import { bundleEvaluationSchema, bundleRunSchema } from './core/contracts/bundle-evaluation.ts'
import { bundleManifestSchema } from './core/contracts/bundle-manifest.ts'
const read = (file) => JSON.parse(readFileSync(`${process.argv[1]}/${file}`, 'utf8'))
bundleEvaluationSchema.parse(read('evaluation.json'))
bundleRunSchema.parse(read('run.json'))
bundleManifestSchema.parse(read('manifest.json'))
"""
BESIDE = {'model-card.md', 'run.json'}


def read(bundle, name):
    return json.loads((bundle / name).read_text(encoding='utf-8'))


def test_two_trainings_give_one_manifest_and_so_one_hash(run, table, catalog, tmp_path):
    again = train_model(table, tmp_path, 7, catalog, quick=True, groups=make_groups(table))
    names = {path.name for path in run.bundle.iterdir()}
    assert names == {path.name for path in again.bundle.iterdir()}
    assert run.bundle.name == again.bundle.name
    for name in names - BESIDE:
        assert (run.bundle / name).read_bytes() == (again.bundle / name).read_bytes(), name
    assert read(run.bundle, 'run.json')['bundleSha256'] == read(again.bundle, 'run.json')['bundleSha256']


def test_another_seed_gives_another_version(run, table, catalog, tmp_path):
    other = train_model(table, tmp_path, 8, catalog, quick=True)
    assert other.bundle.name != run.bundle.name


def test_the_manifest_hashes_every_file_but_those_that_tell_of_the_run(run):
    manifest = read_bundle(run.bundle)
    assert set(manifest['files']) == {path.name for path in run.bundle.iterdir()} - {'manifest.json'} - BESIDE
    assert run.bundle.name == manifest['modelVersion']


def test_the_run_names_the_hash_of_the_manifest_and_of_the_card(run):
    record = read(run.bundle, 'run.json')
    assert record['bundleSha256'] == sha256((run.bundle / 'manifest.json').read_bytes())
    assert record['modelCardSha256'] == sha256((run.bundle / 'model-card.md').read_bytes())
    assert set(record['secondsByCandidate']) == {row['name'] for row in run.manifest['candidates']}


def test_the_manifest_names_all_that_the_bundle_follows_from(run):
    made_from = run.manifest['reproduction']
    assert set(made_from) == {'dataVersion', 'seed', 'lockSha256', 'codeSha256', 'featuresSqlSha256'}
    assert made_from['seed'] == 7
    assert made_from['featuresSqlSha256'] is None


def test_the_product_reads_its_files_by_its_own_contracts(run):
    parsed = subprocess.run(
        [NODE, '--input-type=module', '-e', PARSE, str(run.bundle)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert parsed.returncode == 0, parsed.stderr


def test_the_evaluation_repeats_the_manifests_figures_within_their_intervals(run):
    evaluation, metrics = read(run.bundle, 'evaluation.json'), run.manifest['metrics']
    for name in ('auc', 'accuracy', 'brier', 'ece', 'costPerClient', 'threshold'):
        figure = evaluation['figures'][name]
        assert figure['estimate'] == pytest.approx(metrics[name], rel=1e-6)
        assert figure['low'] <= figure['estimate'] <= figure['high']
    chosen = [candidate for candidate in evaluation['candidates'] if candidate['chosen']]
    assert [candidate['auc']['mean'] for candidate in chosen] == [pytest.approx(metrics['auc'], rel=1e-6)]
    assert chosen[0]['auc']['deviation'] == pytest.approx(metrics['aucFoldDeviation'], rel=1e-6)
    assert sum(point['chosen'] for point in evaluation['grid']) == 1


def test_the_served_threshold_is_among_those_whose_decisions_are_counted(run):
    points = read(run.bundle, 'evaluation.json')['confusion']
    served = [point for point in points if point['threshold'] == run.manifest['decision']['threshold']]
    assert len(served) == 1
    counts = ('truePositives', 'falsePositives', 'trueNegatives', 'falseNegatives')
    assert sum(served[0][name] for name in counts) == run.manifest['trainingData']['clients']


def test_the_audit_tells_of_every_attribute(run):
    fairness = read(run.bundle, 'evaluation.json')['fairness']
    assert [attribute['attribute'] for attribute in fairness['attributes']] == [
        'sex',
        'ageBand',
        'familyStatus',
    ]


@pytest.mark.parametrize(
    ('name', 'kind'),
    [
        ('dummy', ('dummy', 'none')),
        ('logistic-regression', ('logistic_regression', 'none')),
        ('random-forest', ('random_forest', 'none')),
        ('lightgbm-class-weight', ('lightgbm', 'class_weight')),
        ('lightgbm-smote', ('lightgbm', 'smote')),
    ],
)
def test_a_candidates_name_tells_model_and_answer_to_the_imbalance(name, kind):
    assert candidate_kind(name) == kind


def test_a_name_of_another_form_is_refused():
    with pytest.raises(ValueError, match='svm'):
        candidate_kind('svm')
