"""Trains without some features: how a less discriminatory alternative is made the candidate."""

from credit_model.load import TrainingTable
from credit_model.training_error import TrainingError

SENSITIVE = 'sensitive'


def leave_out(table: TrainingTable, without: str | None, sensitive: frozenset[str]) -> TrainingTable:
    """Leave features out of a table.

    Parameters
    ----------
    table : TrainingTable
        All features.
    without : str or None
        Names between commas; the word ``sensitive`` stands for ``sensitive``.
    sensitive : frozenset of str
        Features that the catalog marks.

    Returns
    -------
    TrainingTable
        The other features.

    Raises
    ------
    TrainingError
        A name that is no feature of the table, or nothing left.
    """
    names = {name.strip() for name in (without or '').split(',') if name.strip()}
    if not names:
        return table
    unknown = sorted(names - set(table.names) - set(table.dropped) - {SENSITIVE})
    if unknown:
        raise TrainingError(
            f'found {unknown[0]} after --without, which is no feature; expected names of the catalog '
            f'(db/features/catalog.yml) between commas, or {SENSITIVE}'
        )
    absent = names | (sensitive if SENSITIVE in names else frozenset())
    kept = [name for name in table.names if name not in absent]
    if not kept:
        raise TrainingError('found no feature left after --without; expected to keep some')
    return table.subset(kept)
