"""What a bundle must show before it may advise on anyone. Each gate can refuse, and says why."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from credit_model.bundle import EVALUATION, GOLDEN, MODEL
from credit_model.compare import Comparison
from credit_model.golden import golden_matrix
from credit_model.load import FORBIDDEN

PARITY_TOLERANCE = 1e-5
ECE_BOUND = 0.01
ECE_BOUND_CLIENTS = 20_000
REPRODUCTION = ('dataVersion', 'seed', 'lockSha256', 'codeSha256')
LABELS = {'auc': 'AUC', 'costPerClient': 'cost'}


@dataclass(frozen=True)
class Gate:
    """One gate's verdict.

    Attributes
    ----------
    name : str
        What was asked.
    passed : bool
        Whether the bundle holds it.
    found : str
        The figures behind the verdict, with what was expected.
    """

    name: str
    passed: bool
    found: str


def golden_differences(bundle: Path) -> tuple[float, float]:
    """Run the golden cases through onnxruntime alone.

    Parameters
    ----------
    bundle : Path
        The bundle's folder.

    Returns
    -------
    raw_score, probability : float
        The largest absolute difference from LightGBM's answers.
    """
    manifest = json.loads((bundle / 'manifest.json').read_text(encoding='utf-8'))
    golden = json.loads((bundle / GOLDEN).read_text(encoding='utf-8'))
    session = onnxruntime.InferenceSession((bundle / MODEL).read_bytes(), providers=['CPUExecutionProvider'])
    names = [manifest['model']['rawScoreOutputName'], manifest['model']['probabilityOutputName']]
    answers = session.run(names, {manifest['model']['inputName']: golden_matrix(golden)})
    raw, probability = (answer.reshape(-1).astype(float) for answer in answers)
    expected_raw = np.array([case['rawScoreLogOdds'] for case in golden['cases']])
    expected_probability = np.array([case['probabilityOfDefault'] for case in golden['cases']])
    return _largest(raw, expected_raw), _largest(probability, expected_probability)


def parity_gate(bundle: Path) -> Gate:
    """Ask that ONNX repeats LightGBM on every golden case, raw score and probability, within 1e-5."""
    raw, probability = golden_differences(bundle)
    found = (
        f'raw score differs by {raw:.1e}, probability by {probability:.1e}; at most {PARITY_TOLERANCE:.0e}'
    )
    # A NaN fails too: it is not within anything.
    return Gate('ONNX repeats LightGBM', max(raw, probability) <= PARITY_TOLERANCE, found)


def forbidden_features_gate(manifest: dict[str, Any]) -> Gate:
    """Ask that neither sex, nor an id, nor the target is a feature."""
    forbidden = [name for name in manifest['features'] if FORBIDDEN.search(name.lower())]
    return Gate('No forbidden feature', not forbidden, ', '.join(forbidden) or 'none of sex, ids and target')


def calibration_gate(manifest: dict[str, Any]) -> Gate:
    """Ask for calibrated probabilities: ECE within 0.01, more on few clients, where noise alone exceeds it."""
    clients = manifest['trainingData']['clients']
    bound = ECE_BOUND * max(1.0, (ECE_BOUND_CLIENTS / clients) ** 0.5)
    ece = manifest['metrics']['ece']
    return Gate('Calibrated', ece <= bound, f'ECE {ece:.4f}; at most {bound:.4f} on {clients:,} clients')


def usefulness_gate(manifest: dict[str, Any]) -> Gate:
    """Ask that the model costs less than treating everyone alike."""
    data, decision = manifest['trainingData'], manifest['decision']
    rate = data['defaults'] / data['clients']
    alike = min(rate * decision['falseNegativeCost'], (1 - rate) * decision['falsePositiveCost'])
    cost = manifest['metrics']['costPerClient']
    return Gate(
        'Useful', cost < alike, f'costs {cost:.4f} a client; treating everyone alike costs {alike:.4f}'
    )


def fairness_gate(bundle: Path, manifest: dict[str, Any], waiver: str | None = None) -> Gate:
    """Ask for a fairness audit without a broken bound; only its absence can be waived, with a reason."""
    name = 'Fair'
    fairness = _evaluation(bundle, manifest).get('fairness')
    if fairness is None:
        if waiver:
            return Gate(name, True, f'not audited, and promoted without: {waiver}')
        return Gate(
            name,
            False,
            'not audited: the data names no groups. Build the features again (npm run features:build writes '
            'fairness_groups.parquet beside them) and train again, or say why not: --without-fairness-audit "…"',
        )
    bounds = [(attribute, bound) for attribute in fairness['attributes'] for bound in attribute['bounds']]
    broken = [_broken(attribute['attribute'], bound) for attribute, bound in bounds if not bound['held']]
    if broken:
        return Gate(name, False, '; '.join(broken) + _alternative(fairness['alternative']))
    told = sum(bound['found'] is not None for _, bound in bounds)
    return Gate(name, True, f'{told} bounds held; {len(bounds) - told} that too few clients can tell')


def reproduction_gate(manifest: dict[str, Any]) -> Gate:
    """Ask that the manifest names data, seed, packages and code, from which the bundle can be made again."""
    absent = [name for name in REPRODUCTION if not manifest.get('reproduction', {}).get(name)]
    found = (
        f'without {", ".join(absent)}: train it again'
        if absent
        else 'data, seed, packages and code are named'
    )
    return Gate('Reproducible', not absent, found)


def champion_gate(comparison: Comparison | str, waiver: str | None = None) -> Gate:
    """Ask that AUC and cost are no worse than the champion's beyond noise, on the same clients.

    Parameters
    ----------
    comparison : Comparison or str
        Candidate against champion; or why there is none.
    waiver : str, optional
        The reason to do without a comparison that can't be had.

    Returns
    -------
    Gate
        Refused when the interval of a paired difference lies wholly on the wrong side, or when nothing is compared.
    """
    name = 'Not worse than the champion'
    if isinstance(comparison, str):
        if waiver:
            return Gate(name, True, f'not compared, and promoted without: {waiver}')
        return Gate(name, False, f'not compared: {comparison}. Or say why not: --without-comparison "…"')
    worse = [figure for figure in ('auc', 'costPerClient') if comparison.verdict(figure) == 'worse']
    found = ', '.join(_difference(comparison, figure) for figure in ('auc', 'costPerClient'))
    return Gate(name, not worse, f'{found}, on the same {comparison.clients:,} clients')


def pass_gates(
    bundle: Path, manifest: dict[str, Any], comparison: Comparison | str | None, waivers: dict[str, str]
) -> list[Gate]:
    """Hold a bundle against every gate.

    Parameters
    ----------
    bundle : Path
        The bundle's folder, its hashes already checked.
    manifest : dict
        Its manifest.
    comparison : Comparison or str or None
        Against the present champion; why there is none; None when there is no champion to compare with.
    waivers : dict
        ``fairness`` and ``comparison`` → the reason to do without.

    Returns
    -------
    list of Gate
        Every verdict; the bundle may be promoted when all passed.
    """
    first = Gate('Not worse than the champion', True, 'there is no champion before it')
    return [
        parity_gate(bundle),
        forbidden_features_gate(manifest),
        calibration_gate(manifest),
        usefulness_gate(manifest),
        fairness_gate(bundle, manifest, waivers.get('fairness')),
        reproduction_gate(manifest),
        first if comparison is None else champion_gate(comparison, waivers.get('comparison')),
    ]


def _evaluation(bundle: Path, manifest: dict[str, Any]) -> dict[str, Any]:
    if EVALUATION not in manifest['files']:
        return {}
    return json.loads((bundle / EVALUATION).read_text(encoding='utf-8'))


def _broken(attribute: str, bound: dict[str, Any]) -> str:
    at = 'at least' if bound['measure'] == 'selectionRateRatio' else 'at most'
    given = ' given their default rates' if bound.get('givenBaseRates') else ''
    return (
        f'{attribute}: {bound["measure"]}{given} {bound["found"]:.3f} between {" and ".join(bound["groups"])}, '
        f'{bound["evidence"]:.3f} beyond noise; expected {at} {bound["bound"]:g}'
    )


def _alternative(alternative: dict[str, Any] | None) -> str:
    if not alternative:
        return ''
    verdict = 'holds every bound' if alternative['boundsHeld'] else 'breaks one too'
    features = ','.join(alternative['withoutFeatures'])
    return (
        f'. {alternative["description"]} it {verdict}, at AUC {alternative["auc"]:.4f} and a cost of '
        f'{alternative["costPerClient"]:.4f} a client: npm run ml:train -- --without {features}'
    )


def _difference(comparison: Comparison, figure: str) -> str:
    compared = comparison.figures[figure]
    difference = compared.difference
    return (
        f'{LABELS[figure]} {compared.candidate.estimate:.4f} against {compared.champion.estimate:.4f} '
        f'({difference.estimate:+.4f}, 95 % from {difference.low:+.4f} to {difference.high:+.4f}: '
        f'{comparison.verdict(figure)})'
    )


def _largest(found: np.ndarray, expected: np.ndarray) -> float:
    return float(np.abs(found - expected).max())
