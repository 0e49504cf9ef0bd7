"""What a bundle must show before it may advise on anyone. Each gate can refuse, and says why."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from credit_model.bundle import GOLDEN, MODEL
from credit_model.golden import golden_matrix
from credit_model.load import FORBIDDEN

PARITY_TOLERANCE = 1e-5
AUC_MARGIN = 0.002
COST_MARGIN = 0.005
ECE_BOUND = 0.01
ECE_BOUND_CLIENTS = 20_000


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


def champion_gate(manifest: dict[str, Any], champion: dict[str, Any] | None) -> Gate:
    """Ask that AUC and cost are no worse than the champion's beyond noise, when both learnt from the same data."""
    name = 'Not worse than the champion'
    if champion is None:
        return Gate(name, True, 'there is no champion yet')
    theirs, ours = champion['trainingData']['dataVersion'], manifest['trainingData']['dataVersion']
    if theirs != ours:
        return Gate(name, True, f'not compared: the champion learnt from {theirs}, this one from {ours}')
    lost = champion['metrics']['auc'] - manifest['metrics']['auc']
    dearer = manifest['metrics']['costPerClient'] - champion['metrics']['costPerClient']
    found = (
        f'AUC {manifest["metrics"]["auc"]:.4f} against {champion["metrics"]["auc"]:.4f} (may lose {AUC_MARGIN}), '
        f'cost {manifest["metrics"]["costPerClient"]:.4f} against {champion["metrics"]["costPerClient"]:.4f} '
        f'(may gain {COST_MARGIN})'
    )
    return Gate(name, lost <= AUC_MARGIN and dearer <= COST_MARGIN, found)


def pass_gates(bundle: Path, manifest: dict[str, Any], champion: dict[str, Any] | None) -> list[Gate]:
    """Hold a bundle against every gate.

    Parameters
    ----------
    bundle : Path
        The bundle's folder, its hashes already checked.
    manifest : dict
        Its manifest.
    champion : dict or None
        The present champion's manifest.

    Returns
    -------
    list of Gate
        Every verdict; the bundle may be promoted when all passed.
    """
    return [
        parity_gate(bundle),
        forbidden_features_gate(manifest),
        calibration_gate(manifest),
        usefulness_gate(manifest),
        champion_gate(manifest, champion),
    ]


def _largest(found: np.ndarray, expected: np.ndarray) -> float:
    return float(np.abs(found - expected).max())
