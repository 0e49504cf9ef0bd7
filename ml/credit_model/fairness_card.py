"""The model card's section on fairness."""

from typing import Any

from credit_model.markdown_table import markdown_table

ATTRIBUTES = {'sex': 'Sex', 'ageBand': 'Age band', 'familyStatus': 'Family status'}
MEASURES = {
    'selectionRateRatio': 'ratio of the shares granted',
    'truePositiveRateGap': 'gap in the share of defaults refused',
    'falsePositiveRateGap': 'gap in the share of good clients refused',
    'calibrationGap': 'gap between predicted and observed default rates',
}
NOT_AUDITED = (
    'Not audited: the data names no groups. Such a model is not promoted, unless the reason for doing without the '
    'audit is recorded (`npm run ml:promote -- --without-fairness-audit "…"`).'
)
INTRODUCTION = (
    'Out of fold, at the served threshold, with 95 % intervals. A group below 100 clients, 30 defaults or 30 good '
    'clients is listed but can’t tell. A bound counts as broken only when the interval leaves no room for it. The '
    'bounds are argued in `docs/decisions/007-fairness-bounds.md`.'
)


def fairness_section(fairness: dict[str, Any] | None) -> str:
    """Write the audit out.

    Parameters
    ----------
    fairness : dict or None
        ``fairness`` of ``evaluation.json``.

    Returns
    -------
    str
        Markdown.
    """
    if fairness is None:
        return NOT_AUDITED
    parts = [INTRODUCTION]
    for attribute in fairness['attributes']:
        parts.append(
            f'### {ATTRIBUTES[attribute["attribute"]]}\n\n{_groups(attribute)}\n\n{_bounds(attribute)}'
        )
    alternative = fairness['alternative']
    if alternative:
        verdict = 'holds every bound' if alternative['boundsHeld'] else 'breaks a bound too'
        parts.append(
            f'Less discriminatory alternative: {alternative["description"]}: AUC {alternative["auc"]:.4f}, '
            f'cost a client {alternative["costPerClient"]:.4f}; it {verdict}.'
        )
    return '\n\n'.join(parts)


def _groups(attribute: dict[str, Any]) -> str:
    headings = [
        'group',
        'clients',
        'defaults',
        'granted',
        'defaults refused',
        'good refused',
        'calibration gap',
        'AUC',
    ]
    rows = [headings, ['---'] + ['---:'] * 7]
    for group in attribute['groups']:
        note = ' (too small to tell)' if group['tooSmallToTell'] else ''
        rates = ('selectionRate', 'truePositiveRate', 'falsePositiveRate', 'calibrationGap')
        rows.append(
            [
                group['group'] + note,
                f'{group["clients"]:,}',
                f'{group["defaults"]:,}',
                *[_interval(group[rate]) for rate in rates],
                '–' if group['auc'] is None else f'{group["auc"]:.3f}',
            ]
        )
    return markdown_table(rows)


def _bounds(attribute: dict[str, Any]) -> str:
    return '\n'.join(f'- {_bound(bound)}' for bound in attribute['bounds'])


def _bound(bound: dict[str, Any]) -> str:
    is_ratio = bound['measure'] == 'selectionRateRatio'
    stated = (
        f'{MEASURES[bound["measure"]]}{", given their default rates," if bound["givenBaseRates"] else ""}'
    )
    stated += f' {"at least" if is_ratio else "at most"} {bound["bound"]:g}'
    if bound['found'] is None:
        return f'{stated}: too few clients to tell.'
    first, second = bound['groups']
    verdict = 'held' if bound['held'] else '**broken**'
    return (
        f'{stated}: {verdict}; {bound["found"]:.3f} between {first} and {second}, '
        f'{"at most" if is_ratio else "at least"} {bound["evidence"]:.3f} beyond noise.'
    )


def _interval(rate: dict[str, float] | None) -> str:
    return '–' if rate is None else f'{rate["estimate"]:.3f} ({rate["low"]:.3f} to {rate["high"]:.3f})'
