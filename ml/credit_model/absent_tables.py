"""Which features each history table feeds, and training rows in which a whole table is blanked.

A model meets populations for which a table is absent altogether. In training, a client without rows in a table is
a client without history; blanking a table for a random few clients teaches the model that it may also be unknown.
"""

from pathlib import Path

import numpy as np
import yaml

APPLICATION = ('application_train', 'application_test', 'application')


def features_by_table(catalog: Path) -> dict[str, frozenset[str]]:
    """Find the features that each history table feeds.

    Parameters
    ----------
    catalog : Path
        ``db/features/catalog.yml``; a feature that it doesn't list counts as the application's.

    Returns
    -------
    dict
        Table name → names of the features that read it. Empty without a catalog.
    """
    if not catalog.is_file():
        return {}
    content = yaml.load(
        catalog.read_text(encoding='utf-8'), Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
    )
    found: dict[str, set[str]] = {}
    for entry in content.get('features', []):
        for source in entry.get('sources') or []:
            table = str(source).split('.')[0]
            if table.lower() not in APPLICATION:
                found.setdefault(table, set()).add(entry['name'])
    return {table: frozenset(names) for table, names in found.items()}


def positions_of(tables: dict[str, frozenset[str]], names: tuple[str, ...]) -> dict[str, list[int]]:
    """Find the columns that each history table feeds.

    Parameters
    ----------
    tables : dict
        Table name → names of features, as `features_by_table` gives them.
    names : tuple of str
        The features, in the matrix's order.

    Returns
    -------
    dict
        Table name → ascending positions of its features; tables that feed none of ``names`` are left out.
    """
    columns = {
        table: [position for position, name in enumerate(names) if name in features]
        for table, features in tables.items()
    }
    return {table: positions for table, positions in columns.items() if positions}


def blank_tables(features: np.ndarray, columns: dict[str, list[int]], share: float, seed: int) -> np.ndarray:
    """Copy the features with each table blanked for a random share of the clients.

    Parameters
    ----------
    features : numpy.ndarray
        float32 [clients, features]; left as it is.
    columns : dict
        Table name → its columns, as `positions_of` gives them.
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
