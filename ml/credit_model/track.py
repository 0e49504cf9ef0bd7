"""Keeps a record of every run in a local MLflow store."""

import os
from pathlib import Path
from typing import Any

EXPERIMENT = 'credit-advisor'


def track_run(folder: Path, manifest: dict[str, Any], parameters: dict[str, Any], seconds: float) -> None:
    """Record one training run; nothing leaves the machine.

    Parameters
    ----------
    folder : Path
        The store, ``DATA_DIR/mlruns``.
    manifest : dict
        The bundle's manifest: figures of the chosen model and of every candidate.
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

    mlflow.set_tracking_uri(folder.resolve().as_uri())
    mlflow.set_experiment(EXPERIMENT)
    with mlflow.start_run(run_name=manifest['modelVersion']):
        mlflow.set_tags({'modelSha256': manifest['model']['sha256'], **_flat(manifest['trainingData'])})
        mlflow.log_params(
            {**parameters, 'seed': manifest['seed'], 'calibration': manifest['calibration']['method']}
        )
        mlflow.log_metrics({**manifest['metrics'], 'seconds': seconds})
        for candidate in manifest['candidates']:
            mlflow.log_metrics(
                {f'{candidate["name"]}.{key}': value for key, value in candidate['metrics'].items()}
            )


def _flat(values: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in values.items()}
