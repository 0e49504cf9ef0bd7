"""The committed champion repeats LightGBM's answers without LightGBM."""

import json
import subprocess
import sys

import numpy as np

from credit_model.bundle import read_bundle
from credit_model.champion import find_champion
from credit_model.load import FORBIDDEN
from credit_model.locations import REPOSITORY_BUNDLES

LARGEST_BUNDLE_BYTES = 3_000_000
CHAMPION = REPOSITORY_BUNDLES / str(find_champion(REPOSITORY_BUNDLES))


def test_it_is_whole_small_and_trained_on_demo_data():
    manifest = read_bundle(CHAMPION)
    assert manifest['trainingData']['origin'] == 'demo'
    assert sum(path.stat().st_size for path in CHAMPION.iterdir()) < LARGEST_BUNDLE_BYTES
    assert [path.name for path in REPOSITORY_BUNDLES.iterdir() if path.is_dir()] == [CHAMPION.name]


def test_sex_and_client_id_are_no_features():
    assert not any(FORBIDDEN.search(name) for name in read_bundle(CHAMPION)['features'])


def test_onnxruntime_repeats_its_golden_cases_within_1e_5_with_no_lightgbm_at_hand():
    script = (
        'import sys; sys.modules["lightgbm"] = None\n'
        'from pathlib import Path\n'
        'from credit_model.promotion_gates import golden_differences\n'
        'print(*golden_differences(Path(sys.argv[1])))'
    )
    finished = subprocess.run(
        [sys.executable, '-c', script, str(CHAMPION)],
        cwd=REPOSITORY_BUNDLES.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert max(map(float, finished.stdout.split())) <= 1e-5


def test_its_contributions_add_up_to_its_raw_scores():
    golden = json.loads((CHAMPION / 'golden.json').read_text(encoding='utf-8'))
    sums = [golden['baseValueLogOdds'] + sum(case['contributionsLogOdds']) for case in golden['cases']]
    assert np.allclose(sums, [case['rawScoreLogOdds'] for case in golden['cases']], rtol=0, atol=1e-7)
