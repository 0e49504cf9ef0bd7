"""Keeps a record of every run in a local MLflow store."""

import json
import os
from pathlib import Path
from typing import Any

from credit_model.bundle import EVALUATION, MANIFEST

EXPERIMENT = 'credit-advisor'


def track_run(folder: Path, bundle: Path, parameters: dict[str, Any], seconds: float) -> None:
    """Record one training run with the table of its candidates and its bundle; nothing leaves the machine.

    Parameters
    ----------
    folder : Path
        The store, ``DATA_DIR/mlruns``.
    bundle : Path
        The bundle's folder; all of it is kept as artifacts.
    parameters : dict
        What the search chose.
    seconds : float
        How long the run took.
    """
    os.environ |= {
        'GIT_PYTHON_REFRESH': 'quiet',
        'MLFLOW_ALLOW_FILE_STORE': 'true',
        'MLFLOW_DISABLE_TELEMETRY': 'true',
        'MLFLOW_LOGGING_LEVEL': 'WARNING',
        'DO_NOT_TRACK': 'true',
    }
    import mlflow  # Slow to import, and it reads the environment as it does.

    manifest = json.loads((bundle / MANIFEST).read_text(encoding='utf-8'))
    evaluation = json.loads((bundle / EVALUATION).read_text(encoding='utf-8'))
    mlflow.set_tracking_uri(folder.resolve().as_uri())
    mlflow.set_experiment(EXPERIMENT)
    with mlflow.start_run(run_name=manifest['modelVersion']):
        mlflow.set_tags({'modelSha256': manifest['model']['sha256'], **_flat(manifest['trainingData'])})
        mlflow.log_params(
            {
                **parameters,
                'seed': manifest['seed'],
                'calibration': manifest['calibration']['method'],
                'features': len(manifest['features']),
            }
        )
        mlflow.log_metrics({**manifest['metrics'], 'seconds': seconds, **_candidates(evaluation)})
        mlflow.log_artifacts(str(bundle), 'bundle')


def _candidates(evaluation: dict[str, Any]) -> dict[str, float]:
    """Every candidate's figures, ``<candidate>.<figure>`` the mean over folds and ``….deviation`` theirs."""
    return {
        f'{candidate["name"]}.{figure}{suffix}': values[statistic]
        for candidate in evaluation['candidates']
        for figure, values in candidate.items()
        if isinstance(values, dict)
        for statistic, suffix in (('mean', ''), ('deviation', '.deviation'))
    }


def _flat(values: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in values.items()}
