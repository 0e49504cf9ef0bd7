"""What ``ml:evaluate`` found, in Markdown: the report of a proposal."""

from typing import Any

from credit_model.markdown_table import markdown_table

LABELS = {
    'auc': 'AUC',
    'accuracy': 'accuracy',
    'costPerClient': 'cost a client',
    'brier': 'Brier',
    'ece': 'ECE',
}


def comparison_report(answer: dict[str, Any]) -> str:
    """Write a comparison out.

    Parameters
    ----------
    answer : dict
        What ``ml:evaluate --json`` prints.

    Returns
    -------
    str
        Markdown.
    """
    parts = [
        f'Champion `{answer["champion"]}`, on the {answer["clients"]:,} labelled clients of '
        f'`{answer["dataVersion"]}`.'
    ]
    for candidate in answer['candidates']:
        parts += [f'## {candidate["modelVersion"]}', _compared(candidate), _gates(candidate)]
    return '\n\n'.join(parts) + '\n'


def _compared(candidate: dict[str, Any]) -> str:
    if 'notCompared' in candidate:
        return f'Not compared: {candidate["notCompared"]}.'
    comparison = candidate['comparison']
    rows = [['', 'candidate', 'champion', 'difference', 'verdict'], ['---', '---:', '---:', '---:', '---']]
    for name, figure in comparison['figures'].items():
        difference = figure['difference']
        rows.append(
            [
                LABELS[name],
                f'{figure["candidate"]["estimate"]:.4f}',
                f'{figure["champion"]["estimate"]:.4f}',
                f'{difference["estimate"]:+.4f} ({difference["low"]:+.4f} to {difference["high"]:+.4f})',
                figure['verdict'],
            ]
        )
    judged_by = ', '.join(
        f'`{version}` out of fold for {count:,}' for version, count in comparison['outOfFold'].items()
    )
    note = (
        f'Both on the same {comparison["clients"]:,} clients, {comparison["defaults"]:,} in default ({judged_by}; the '
        'others were never seen in training). Differences with 95 % intervals over the same draws of clients.'
    )
    if comparison['leftOut']:
        note += f' {comparison["leftOut"]:,} clients by whom a model can’t be judged were left out.'
    return f'{markdown_table(rows)}\n\n{note}'


def _gates(candidate: dict[str, Any]) -> str:
    lines = [
        f'- {"passed" if gate["passed"] else "**refused**"}: {gate["gate"]}: {gate["found"]}'
        for gate in candidate['gates']
    ]
    verdict = (
        f'Every gate is passed: `npm run ml:promote -- {candidate["modelVersion"]}`'
        if candidate['wouldBePromoted']
        else 'Not to be promoted as it is.'
    )
    return '\n'.join(lines) + f'\n\n{verdict}'
