"""Which features each history table feeds, and training rows in which a whole table is blanked.

A model meets populations for which a table is absent altogether. In training, a client without rows in a table is
a client without history; blanking a table for a random few clients teaches the model that it may also be unknown.
"""

from pathlib import Path

import numpy as np
import yaml

APPLICATION = ('application_train', 'application_test', 'application')


def table_columns(catalog: Path, names: tuple[str, ...]) -> dict[str, list[int]]:
    """Find the columns that each history table feeds.

    Parameters
    ----------
    catalog : Path
        ``db/features/catalog.yml``; a feature that it doesn't list counts as the application's.
    names : tuple of str
        The features, in the matrix's order.

    Returns
    -------
    dict
        Table name → positions of the features that read it. Empty without a catalog.
    """
    if not catalog.is_file():
        return {}
    content = yaml.load(
        catalog.read_text(encoding='utf-8'), Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
    )
    sources = {
        entry['name']: {str(source).split('.')[0] for source in entry.get('sources') or []}
        for entry in content.get('features', [])
    }
    columns: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        for table in sorted(sources.get(name, ())):
            if table.lower() not in APPLICATION:
                columns.setdefault(table, []).append(position)
    return columns


def blank_tables(features: np.ndarray, columns: dict[str, list[int]], share: float, seed: int) -> np.ndarray:
    """Copy the features with each table blanked for a random share of the clients.

    Parameters
    ----------
    features : numpy.ndarray
        float32 [clients, features]; left as it is.
    columns : dict
        Table name → its columns, as `table_columns` gives them.
    share : float
        Each table's share of clients to blank, independently of the other tables.
    seed : int
        The same seed blanks the same clients.

    Returns
    -------
    numpy.ndarray
        float32 [clients, features]; the very input where there is nothing to blank.
    """
    if not columns or share <= 0:
        return features
    generator = np.random.default_rng(seed)
    blanked = features.copy()
    for table in sorted(columns):
        rows = np.flatnonzero(generator.random(len(features)) < share)
        blanked[np.ix_(rows, columns[table])] = np.nan
    return blanked
