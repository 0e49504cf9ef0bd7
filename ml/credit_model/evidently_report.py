"""Runs evidently's `DataDriftPreset`, as it stands, over two windows."""

import json
import os
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from credit_model.progress import Waiting
from credit_model.training_error import TrainingError


@dataclass(frozen=True)
class EvidentlyReport:
    """What evidently says.

    Attributes
    ----------
    html, json : str
        The report, complete in itself, and its figures.
    columns : int
        How many were compared.
    drifted_columns : list of str
        Those that drifted.
    drifted : bool
        evidently's verdict on the whole: half of the columns or more.
    left_out : list of dict
        ``feature`` and ``reason`` of the columns that evidently can't judge.
    """

    html: str
    json: str
    columns: int
    drifted_columns: list[str]
    drifted: bool
    left_out: list[dict[str, str]]


def run_evidently(reference: pd.DataFrame, current: pd.DataFrame) -> EvidentlyReport:
    """Compare two windows with evidently's own defaults.

    Parameters
    ----------
    reference, current : pandas.DataFrame
        float32, the same columns, NaN where unknown.

    Returns
    -------
    EvidentlyReport
        Its report. A column without a finite value in one of the windows is left out: evidently gives the whole
        report up for it.

    Raises
    ------
    TrainingError
        No column is left.
    """
    left_out = [
        {'feature': name, 'reason': reason}
        for name in reference.columns
        if (reason := _reason_to_leave_out(reference[name], current[name]))
    ]
    kept = [name for name in reference.columns if name not in {row['feature'] for row in left_out}]
    if not kept:
        raise TrainingError(
            f'found {len(left_out)} features, none with a value in both windows; expected some to compare. '
            'Check the tables of the current window and run npm run features:build again'
        )
    os.environ['DO_NOT_TRACK'] = '1'
    with Waiting(f'evidently on {len(kept)} columns, {len(reference):,} and {len(current):,} clients'):
        snapshot = _run(reference[kept], current[kept])
        html, text = snapshot.get_html_str(as_iframe=False), snapshot.json()
    tests = json.loads(text)['tests']
    return EvidentlyReport(
        html=html,
        json=text,
        columns=len(kept),
        drifted_columns=[column for test in tests if (column := _column(test)) and test['status'] == 'FAIL'],
        drifted=any(test['status'] == 'FAIL' for test in tests if _column(test) is None),
        left_out=left_out,
    )


def _run(reference: pd.DataFrame, current: pd.DataFrame) -> Any:
    # evidently takes seconds to import: only the commands that need it pay for that.
    from evidently import Report
    from evidently.presets import DataDriftPreset

    with warnings.catch_warnings(), np.errstate(all='ignore'):
        warnings.simplefilter('ignore')
        return Report([DataDriftPreset()], include_tests=True).run(current, reference)


def _reason_to_leave_out(reference: pd.Series, current: pd.Series) -> str | None:
    for window, column in (('reference', reference), ('current', current)):
        if not np.isfinite(column.to_numpy()).any():
            return f'no client of the {window} window has a value'
    return None


def _column(test: dict[str, Any]) -> str | None:
    """Which column a test is about; None for the one on the whole."""
    return test['metric_config']['params'].get('column')
