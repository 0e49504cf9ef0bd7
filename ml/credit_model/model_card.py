"""Writes the model card: what the model is for, how it was judged, where it stops being right."""

from typing import Any

from credit_model.fairness_card import fairness_section
from credit_model.markdown_table import markdown_table
from credit_model.trained_model import TrainedModel

PURPOSE = """\
Estimates the probability that an applicant for a consumer credit will have payment difficulties, to advise a person
who decides. It is not made to decide alone, nor for other products, countries or populations than its training data.
The applicant's sex, ids and the target itself are never features."""

LIMITS = """\
- The figures hold for clients like those of the training data. Served on other data, pages say so.
- Clients who were refused in the past have no outcome: the model knows only those who were granted a credit.
- A history table that is absent altogether makes its features unknown. Training blanks each table for a few clients
  so that the model bears it, but its ranking is then weaker.
- A contribution says what the model made of a value, not that changing the value would change the client's future.
- The fairness audit speaks of sex, age and family status. Whoever else may be disadvantaged, no column tells."""

ORIGINS = {'demo': 'synthetic clients (no real person)', 'import': 'imported clients'}
DIGITS = {'auc': 4, 'accuracy': 4, 'precision': 4, 'recall': 4, 'brier': 5, 'ece': 4, 'costPerClient': 4}
HEADINGS = ['AUC', 'accuracy', 'precision', 'recall', 'Brier', 'ECE', 'cost a client']


def write_model_card(trained: TrainedModel, manifest: dict[str, Any], evaluation: dict[str, Any]) -> str:
    """Compose ``model-card.md`` from what training found.

    Parameters
    ----------
    trained : TrainedModel
        The model, its candidates with their seconds, the grid search.
    manifest : dict
        The bundle's manifest.
    evaluation : dict
        ``evaluation.json``.

    Returns
    -------
    str
        Markdown; the same inputs and seconds give the same text.
    """
    sections = {
        'Purpose': PURPOSE,
        'Data': _data(trained, manifest),
        'Features': _features(manifest, evaluation['selection']),
        'Candidates': _candidates(trained, evaluation),
        'Grid search': _grid(trained, manifest, evaluation['grid']),
        'Calibration': _calibration(evaluation),
        'Decision rule': _decision(manifest, evaluation),
        'Fairness': fairness_section(evaluation['fairness']),
        'Reproduction': _reproduction(manifest),
        'Limits': LIMITS,
    }
    parts = [f'# Model card: {manifest["modelVersion"]}']
    return '\n\n'.join(parts + [f'## {title}\n\n{text}' for title, text in sections.items()]) + '\n'


def _data(trained: TrainedModel, manifest: dict[str, Any]) -> str:
    data = manifest['trainingData']
    text = (
        f'Version `{data["dataVersion"]}`, {ORIGINS[data["origin"]]}, window `{data["window"]}`: '
        f'{data["clients"]:,} labelled clients, {data["defaults"]:,} in default '
        f'({data["defaults"] / data["clients"]:.2%}). Unknown values stay unknown.'
    )
    if trained.table.dropped:
        text += f' Left out because they hold a single value or none: {", ".join(trained.table.dropped)}.'
    return text


def _features(manifest: dict[str, Any], selection: dict[str, Any]) -> str:
    return (
        f'{len(manifest["features"])} features, float32. Of {selection["candidateFeatures"]} candidates '
        f'{selection["selectedFeatures"]} were selected: {selection["rule"]}'
    )


def _candidates(trained: TrainedModel, evaluation: dict[str, Any]) -> str:
    note = (
        f'{evaluation["folds"]} stratified folds, the same for all; each figure is the mean over folds ± their '
        'standard deviation. Every figure is out of fold: model, calibration and threshold that judge a client were '
        'made without the client’s fold. Chosen by cost, then by AUC among those within two standard errors of the '
        'lowest cost; what cannot be exported is there for comparison.'
    )
    descriptions = {judged.candidate.name: judged.candidate.description for judged in trained.judgements}
    rows = [['candidate', *HEADINGS, 'seconds'], ['---'] + ['---:'] * (len(HEADINGS) + 1)]
    for candidate in evaluation['candidates']:
        name = candidate['name']
        mark = ' **(chosen)**' if candidate['chosen'] else ''
        rows.append(
            [
                f'{name}{mark}: {descriptions[name]}',
                *[_over_folds(candidate[figure], digits) for figure, digits in DIGITS.items()],
                f'{trained.seconds.get(name, 0):.0f}',
            ]
        )
    whole = ', '.join(
        f'{label} {_interval(evaluation["figures"][figure], DIGITS[figure])}'
        for figure, label in zip(DIGITS, HEADINGS, strict=True)
        if figure in evaluation['figures']
    )
    return f'{note}\n\n{markdown_table(rows)}\n\nThe chosen model over all clients, with 95 % intervals: {whole}.'


def _grid(trained: TrainedModel, manifest: dict[str, Any], grid: list[dict[str, Any]]) -> str:
    keys = sorted({key for point in grid for key in point['parameters']})
    rows = [[*keys, 'AUC'], ['---:'] * (len(keys) + 1)]
    for point in grid:
        values = [f'{point["parameters"].get(key, "")}' for key in keys]
        rows.append([*values, _over_folds(point['auc'], 4) + (' **(chosen)**' if point['chosen'] else '')])
    return (
        f'{markdown_table(rows)}\n\nEach booster of the committee stops on clients left out of its own training: none '
        'ever stops on the fold that judges it. Left to the other folds alone, the choice is the same in '
        f'{trained.search.agreement} of {len(set(trained.fold_of.tolist()))} folds. '
        f'The model has {manifest["model"]["treeCount"]} trees.'
    )


def _calibration(evaluation: dict[str, Any]) -> str:
    calibration = evaluation['calibration']
    methods = [['method', 'Brier', 'ECE'], ['---', '---:', '---:']]
    for row in calibration['byMethod']:
        mark = ' **(chosen)**' if row['method'] == calibration['method'] else ''
        methods.append([row['method'] + mark, _interval(row['brier'], 5), _interval(row['ece'], 4)])
    bins = [['clients', 'predicted', 'observed'], ['---:'] * 3]
    for row in calibration['bins']:
        observed = f'{row["observed"]:.4f} ({row["observedLow"]:.4f} to {row["observedHigh"]:.4f})'
        bins.append([f'{row["clients"]:,}', f'{row["predicted"]:.4f}', observed])
    return (
        'Chosen: the simplest method whose out-of-fold Brier score is within noise of the best, and whose ECE is '
        'within 0.001 of the least among those. Intervals (95 %) come '
        f'from {len(calibration["bins"])} bins of equal mass and a bootstrap over clients.\n\n'
        f'{markdown_table(methods)}\n\nPredicted and observed default rate by tenths of the clients (Wilson '
        f'intervals):\n\n{markdown_table(bins)}'
    )


def _decision(manifest: dict[str, Any], evaluation: dict[str, Any]) -> str:
    decision = manifest['decision']
    threshold, indifference = evaluation['figures']['threshold'], evaluation['indifferenceThreshold']
    band, bounds = decision['reviewBand'], decision['riskClassUpperBounds']
    classes = ', '.join(f'{letter} below {bound:.4f}' for letter, bound in zip('ABCD', bounds, strict=True))
    away = {end: f'{threshold[end] - indifference:+.4f}' for end in ('estimate', 'low', 'high')}
    return (
        f'A missed default costs {decision["falseNegativeCost"]:g}, a refused good client '
        f'{decision["falsePositiveCost"]:g}. Refusing from a probability of {decision["threshold"]:.4f} costs least on '
        f'out-of-fold predictions, within noise and as near as that allows to {indifference:.4f}, where perfect '
        f'calibration would put it: it lies {away["estimate"]} away, in 95 % of the bootstrap’s draws between '
        f'{away["low"]} and {away["high"]}. Between {band["lower"]:.4f} and {band["upper"]:.4f} the advice is to '
        f'review. Risk classes: {classes}, E above.'
    )


def _reproduction(manifest: dict[str, Any]) -> str:
    made_from = manifest['reproduction']
    sql = made_from['featuresSqlSha256']
    return (
        f'Data `{made_from["dataVersion"]}`, seed {made_from["seed"]}, packages `{made_from["lockSha256"][:12]}`, code '
        f'`{made_from["codeSha256"][:12]}`, features’ SQL {f"`{sql[:12]}`" if sql else "unknown"}: the same five give '
        'the same bundle, byte for byte. `run.json` holds the date, the commit and the seconds of this run.'
    )


def _over_folds(figure: dict[str, float], digits: int) -> str:
    return f'{figure["mean"]:.{digits}f} ± {figure["deviation"]:.{digits}f}'


def _interval(figure: dict[str, float], digits: int) -> str:
    return f'{figure["estimate"]:.{digits}f} ({figure["low"]:.{digits}f} to {figure["high"]:.{digits}f})'
