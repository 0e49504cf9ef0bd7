"""What a training run prints: a table for people, one line of JSON for programs."""

from typing import Any

COLUMNS = ('auc', 'accuracy', 'precision', 'recall', 'brier', 'ece', 'costPerClient', 'threshold')


def candidates_table(candidates: list[dict[str, Any]], seconds: dict[str, float]) -> str:
    """Lay the candidates' out-of-fold figures out in columns.

    Parameters
    ----------
    candidates : list of dict
        The manifest's ``candidates``.
    seconds : dict
        How long judging each took.

    Returns
    -------
    str
        One line a candidate, the chosen one marked with an asterisk.
    """
    lines = [f'{"":<26}' + ''.join(f'{column:>14}' for column in COLUMNS) + f'{"seconds":>10}']
    for candidate in candidates:
        name = ('* ' if candidate['chosen'] else '  ') + candidate['name']
        figures = ''.join(f'{candidate["metrics"][column]:>14.4f}' for column in COLUMNS)
        lines.append(f'{name:<26}{figures}{seconds[candidate["name"]]:>10.1f}')
    return '\n'.join(lines)


def json_summary(manifest: dict[str, Any], bundle: str, seconds: float) -> dict[str, Any]:
    """Sum a run up for a program.

    Parameters
    ----------
    manifest : dict
        The bundle's manifest.
    bundle : str
        Where the bundle stands.
    seconds : float
        How long the run took.

    Returns
    -------
    dict
        The chosen model's figures at the top, every candidate's under ``candidates`` by name.
    """
    return {
        **manifest['metrics'],
        'modelVersion': manifest['modelVersion'],
        'calibration': manifest['calibration']['method'],
        'clients': manifest['trainingData']['clients'],
        'features': len(manifest['features']),
        'bundle': bundle,
        'seconds': round(seconds, 1),
        'candidates': {
            candidate['name']: {**candidate['metrics'], 'chosen': candidate['chosen']}
            for candidate in manifest['candidates']
        },
    }
