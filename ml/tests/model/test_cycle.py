"""The life cycle once round, as the schedule runs it, on made-up clients."""

import json
import os
import shutil
import subprocess

import pytest
from test_drift import write_windows

from credit_model.locations import REPOSITORY

NODE = REPOSITORY / 'node_modules' / '.bin' / 'node'


@pytest.fixture
def data_dir(run, tmp_path):
    """DATA_DIR with a champion of its own."""
    shutil.copytree(run.bundle, tmp_path / 'bundles' / run.bundle.name)
    champion = {'modelVersion': run.bundle.name}
    (tmp_path / 'bundles' / 'champion.json').write_text(json.dumps(champion))
    return tmp_path


def run_cycle(data_dir, *options):
    return subprocess.run(
        [NODE, 'ml/cycle.ts', *options],
        cwd=REPOSITORY,
        env={**os.environ, 'DATA_DIR': str(data_dir)},
        capture_output=True,
        text=True,
        check=False,
    )


def decide(drifted, data_version, origin, always='false'):
    """Ask the cycle whether it would train."""
    script = (
        "const { decideRetraining } = await import('./ml/cycle/decide-retraining.ts');"
        f'const drift = {{ drifted: {json.dumps(drifted)}, dataVersion: {json.dumps(data_version)} }};'
        f"const models = [{{ modelVersion: 'a', origin: {json.dumps(origin)}, champion: true }}];"
        f'console.log(JSON.stringify(decideRetraining(drift, models, {always})))'
    )
    asked = subprocess.run(
        [NODE, '--input-type=module', '-e', script],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(asked.stdout)['retrain']


def test_a_candidate_is_trained_on_drift_on_the_first_real_clients_and_when_asked_for():
    assert not decide(False, 'import-1', 'import')
    assert decide(True, 'import-1', 'import')
    assert decide(False, 'import-1', 'demo')
    assert not decide(False, 'demo-1', 'demo')
    assert decide(False, 'demo-1', 'demo', 'true')


def test_drifted_clients_lead_to_a_candidate_and_a_proposal_and_to_no_promotion(run, data_dir):
    write_windows(data_dir, 2)
    finished = run_cycle(data_dir, '--as-built', '--quick', '--json')
    assert finished.returncode == 0, finished.stderr
    summary = json.loads(finished.stdout.strip().splitlines()[-1])
    assert (summary['drifted'], summary['retrained']) == (True, True)
    assert (data_dir / 'bundles' / summary['candidate'] / 'manifest.json').is_file()
    # No groups stand beside the features, so the candidate was not audited.
    assert not summary['wouldBePromoted']
    proposal = (data_dir / 'cycle' / 'proposal.md').read_text()
    assert f'## {summary["candidate"]}' in proposal
    assert 'Nothing was promoted' in proposal
    champion = json.loads((data_dir / 'bundles' / 'champion.json').read_text())
    assert champion['modelVersion'] == run.bundle.name


def test_a_step_that_fails_ends_the_cycle_with_its_reason(tmp_path):
    finished = run_cycle(tmp_path, '--as-built')
    assert finished.returncode == 1
    assert 'ml:drift: found no features' in finished.stderr
    assert run_cycle(tmp_path, '--demo', '2000', '--as-built').stderr.startswith('ml:cycle: found several')
