"""Writes the model card: what the model is for, how it was judged, where it stops being right."""

from typing import Any

from credit_model.decision import INDIFFERENCE

PURPOSE = """\
Estimates the probability that an applicant for a consumer credit will have payment difficulties, to advise a person
who decides. It is not made to decide alone, nor for other products, countries or populations than its training data.
The applicant's sex, ids and the target itself are never features."""

LIMITS = """\
- The figures hold for clients like those of the training data. Served on other data, pages say so.
- Clients who were refused in the past have no outcome: the model knows only those who were granted a credit.
- A history table that is absent altogether makes its features unknown. Training blanks each table for a few clients
  so that the model bears it, but its ranking is then weaker.
- A contribution says what the model made of a value, not that changing the value would change the client's future."""

ORIGINS = {'demo': 'synthetic clients (no real person)', 'import': 'imported clients'}


def write_model_card(
    manifest: dict[str, Any],
    descriptions: dict[str, str],
    grid: list[dict[str, Any]],
    agreement: int,
    brier_by_method: dict[str, float],
    calibration: list[dict[str, float]],
    dropped: tuple[str, ...],
) -> str:
    """Compose ``model-card.md`` from what training found.

    Parameters
    ----------
    manifest : dict
        The bundle's manifest.
    descriptions : dict
        Candidate's name → what it is.
    grid : list of dict
        Every point of the grid search with its AUC.
    agreement : int
        In how many folds the other folds alone choose the same point.
    brier_by_method : dict
        Out-of-fold Brier score of each calibration.
    calibration : list of dict
        Predicted and observed default rates by bin.
    dropped : tuple of str
        Features left out as constant or empty.

    Returns
    -------
    str
        Markdown; the same inputs give the same text.
    """
    sections = [
        f'# Model card: {manifest["modelVersion"]}',
        '## Purpose\n\n' + PURPOSE,
        '## Data\n\n' + _data(manifest, dropped),
        '## Candidates\n\n' + _candidates(manifest, descriptions),
        '## Grid search\n\n' + _grid(grid, agreement, manifest),
        '## Calibration\n\n' + _calibration(manifest, brier_by_method, calibration),
        '## Decision rule\n\n' + _decision(manifest),
        '## Limits\n\n' + LIMITS,
    ]
    return '\n\n'.join(sections) + '\n'


def _data(manifest: dict[str, Any], dropped: tuple[str, ...]) -> str:
    data = manifest['trainingData']
    rate = data['defaults'] / data['clients']
    text = (
        f'Version `{data["dataVersion"]}`, {ORIGINS[data["origin"]]}, window `{data["window"]}`: '
        f'{data["clients"]:,} labelled clients, {data["defaults"]:,} in default ({rate:.2%}). '
        f'{len(manifest["features"])} features, float32, unknown values kept as unknown.'
    )
    if dropped:
        text += f' Left out because they hold a single value or none: {", ".join(dropped)}.'
    return text


def _candidates(manifest: dict[str, Any], descriptions: dict[str, str]) -> str:
    folds_note = (
        'Five stratified folds, the same for all. Every figure is out of fold: model, calibration and threshold that '
        'judge a client were made without the client’s fold. AUC is the mean over folds ± their standard deviation. '
        'Chosen by cost, then by AUC among those within one standard error of the lowest cost.'
    )
    rows = [
        ['candidate', 'AUC', 'accuracy', 'precision', 'recall', 'Brier', 'ECE', 'cost a client', 'threshold'],
        ['---'] + ['---:'] * 8,
    ]
    for candidate in manifest['candidates']:
        metrics = candidate['metrics']
        mark = ' **(chosen)**' if candidate['chosen'] else ''
        rows.append(
            [
                f'{candidate["name"]}{mark}: {descriptions[candidate["name"]]}',
                f'{metrics["auc"]:.4f} ± {metrics["aucFoldDeviation"]:.4f}',
                *[f'{metrics[key]:.4f}' for key in ('accuracy', 'precision', 'recall')],
                f'{metrics["brier"]:.5f}',
                f'{metrics["ece"]:.4f}',
                f'{metrics["costPerClient"]:.4f}',
                f'{metrics["threshold"]:.4f}',
            ]
        )
    return folds_note + '\n\n' + _table(rows)


def _grid(grid: list[dict[str, Any]], agreement: int, manifest: dict[str, Any]) -> str:
    keys = sorted({key for point in grid for key in point} - {'auc', 'aucFoldDeviation'})
    rows = [[*keys, 'AUC'], ['---:'] * (len(keys) + 1)]
    for point in grid:
        rows.append(
            [
                *[f'{point.get(key, "")}' for key in keys],
                f'{point["auc"]:.4f} ± {point["aucFoldDeviation"]:.4f}',
            ]
        )
    note = (
        f'The rounds are fixed beforehand: no training ever stops on the fold that judges it. Left to the other folds '
        f'alone, the choice is the same in {agreement} folds. The model has {manifest["model"]["treeCount"]} trees.'
    )
    return _table(rows) + '\n\n' + note


def _calibration(
    manifest: dict[str, Any], brier_by_method: dict[str, float], calibration: list[dict[str, float]]
) -> str:
    chosen = manifest['calibration']['method']
    methods = ', '.join(f'{method} {brier:.5f}' for method, brier in brier_by_method.items())
    rows = [['clients', 'predicted', 'observed'], ['---:'] * 3]
    rows += [
        [f'{row["clients"]:,}', f'{row["predicted"]:.4f}', f'{row["observed"]:.4f}'] for row in calibration
    ]
    return (
        f'Method: {chosen}, the simplest whose out-of-fold Brier score is within noise of the best ({methods}). '
        f'Predicted and observed default rate by tenths of the clients:\n\n{_table(rows)}'
    )


def _decision(manifest: dict[str, Any]) -> str:
    decision = manifest['decision']
    band, bounds = decision['reviewBand'], decision['riskClassUpperBounds']
    classes = ', '.join(f'{letter} below {bound:.4f}' for letter, bound in zip('ABCD', bounds, strict=True))
    return (
        f'A missed default costs {decision["falseNegativeCost"]:g}, a refused good client '
        f'{decision["falsePositiveCost"]:g}. Refusing from a probability of {decision["threshold"]:.4f} costs least on '
        f'out-of-fold predictions, within noise and as near as that allows to {INDIFFERENCE:.4f}, where perfect '
        f'calibration would put it. Between {band["lower"]:.4f} and '
        f'{band["upper"]:.4f} the advice is to review. Risk classes: {classes}, E above.'
    )


def _table(rows: list[list[str]]) -> str:
    return '\n'.join('| ' + ' | '.join(row) + ' |' for row in rows)
