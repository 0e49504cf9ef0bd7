"""Reads who belongs to which group of the fairness audit. Nothing but the audit ever sees it."""

from pathlib import Path

import duckdb
import numpy as np

from credit_model.training_error import TrainingError

FILE = 'fairness_groups.parquet'
COLUMNS = {'sex': 'sex', 'ageBand': 'age_band', 'familyStatus': 'family_status'}

FairnessGroups = dict[str, np.ndarray]
"""Attribute → each client's group [clients], None where unknown, in the order of the training table."""


def load_fairness_groups(features: Path) -> FairnessGroups | None:
    """Read the groups of the labelled clients of a ``features.parquet``.

    Parameters
    ----------
    features : Path
        The features; ``fairness_groups.parquet`` is looked for beside them.

    Returns
    -------
    dict or None
        ``sex``, ``ageBand`` and ``familyStatus`` of each labelled client, sorted by client id as
        `load_training_table` sorts them; None when there is no such file.

    Raises
    ------
    TrainingError
        The file doesn't read, or lacks a column or a client.
    """
    path = features.with_name(FILE)
    if not path.is_file():
        return None
    columns = ', '.join(f'g.{column}' for column in COLUMNS.values())
    query = (
        f'select g.client_id is not null as present, {columns} from read_parquet(?) f '
        'left join read_parquet(?) g using (client_id) where f.target is not null order by f.client_id'
    )
    try:
        with duckdb.connect(config={'threads': 1}) as database:
            rows = database.execute(query, [str(features), str(path)]).df()
    except duckdb.Error as error:
        raise TrainingError(
            f'found {path}, which does not read as client_id, {", ".join(COLUMNS.values())} '
            f'({str(error).splitlines()[0]}). Run npm run features:build again'
        ) from error
    absent = int((~rows['present']).sum())
    if absent:
        raise TrainingError(
            f'found no groups for {absent} of {len(rows)} labelled clients in {path}; expected one row a client. '
            'Run npm run features:build again'
        )
    return {
        attribute: np.array([None if value is None else str(value) for value in rows[column]], dtype=object)
        for attribute, column in COLUMNS.items()
    }
