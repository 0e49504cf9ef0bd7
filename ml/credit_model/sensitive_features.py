"""Which features the catalog marks as sensitive."""

from pathlib import Path

import yaml


def sensitive_features(catalog: Path) -> frozenset[str]:
    """List the features that say or depend on age, family situation or place of residence.

    Parameters
    ----------
    catalog : Path
        ``db/features/catalog.yml``.

    Returns
    -------
    frozenset of str
        Their names; empty without a catalog.
    """
    if not catalog.is_file():
        return frozenset()
    content = yaml.load(
        catalog.read_text(encoding='utf-8'), Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
    )
    entries = [*content.get('features', []), *(content.get('model_features') or [])]
    return frozenset(entry['name'] for entry in entries if entry.get('sensitive'))
