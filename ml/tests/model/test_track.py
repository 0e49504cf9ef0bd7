"""A run's record holds every candidate's figures and the bundle itself."""

from credit_model.track import track_run


def test_candidates_figures_and_the_bundle_are_kept(run, tmp_path):
    track_run(tmp_path / 'mlruns', run.bundle, run.parameters, 12.5)
    metrics = {path.name for path in (tmp_path / 'mlruns').rglob('metrics/*')}
    for candidate in run.manifest['candidates']:
        assert {
            f'{candidate["name"]}.{figure}' for figure in ('auc', 'brier', 'ece', 'costPerClient')
        } <= metrics
        assert f'{candidate["name"]}.auc.deviation' in metrics
    kept = {path.name for path in (tmp_path / 'mlruns').rglob('artifacts/bundle/*')}
    assert kept == {path.name for path in run.bundle.iterdir()}
