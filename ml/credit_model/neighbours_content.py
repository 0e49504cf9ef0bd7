"""What a bundle carries of the training clients, so that serving can find a client's nearest among them."""

from typing import Any

import numpy as np

from credit_model.bundle import NEIGHBOURS
from credit_model.neighbours import FEATURE, INPUTS, NearestDefaultRate

PLAIN, COMPOSED, IN_PLACE, EXTREME = 16, 16, 8, (0.0, 1.0, -1.0, 1e6)


def neighbours_content(fitted: NearestDefaultRate, client_ids: np.ndarray) -> tuple[dict[str, Any], bytes]:
    """Write the training clients down.

    Parameters
    ----------
    fitted : NearestDefaultRate
        Fitted on them, in the order of their ids.
    client_ids : numpy.ndarray
        Ascending ids, within int32.

    Returns
    -------
    block : dict
        The manifest's ``neighbours``.
    content : bytes
        ``neighbours.bin``, little-endian: float32 [clients × 4] coordinates row by row, int32 [clients] ids, uint8
        [clients] outcomes, uint8 [clients] folds.
    """
    standard = fitted.standardisation_
    block = {
        'feature': FEATURE,
        'inputs': list(INPUTS),
        'size': fitted.size,
        'clients': len(client_ids),
        'fills': list(standard.fills),
        'centres': list(standard.centres),
        'scales': list(standard.scales),
        'file': NEIGHBOURS,
    }
    parts = ((fitted.places_, '<f4'), (client_ids, '<i4'), (fitted.target_, 'u1'), (fitted.fold_of_, 'u1'))
    return block, b''.join(np.ascontiguousarray(values, dtype=kind).tobytes() for values, kind in parts)


def neighbour_cases(
    fitted: NearestDefaultRate,
    inputs: np.ndarray,
    client_ids: np.ndarray,
    trained_rates: np.ndarray,
    seed: int,
) -> list[dict[str, Any]]:
    """Answer for training clients and others what every other engine must repeat to the last bit of a float32.

    Parameters
    ----------
    fitted : NearestDefaultRate
        Fitted on the training clients.
    inputs : numpy.ndarray
        float32 [clients, 4] of the training clients.
    client_ids : numpy.ndarray
        Their ids.
    trained_rates : numpy.ndarray
        float32 [clients]: their rates, each by the other folds.
    seed : int
        The same seed gives the same cases.

    Returns
    -------
    list of dict
        ``clientId`` (null for nobody in training), ``inputs`` (null where unknown) and ``rate``: training clients;
        clients put together from several; clients who stand where a training client stands; unknown inputs, one by
        one and all; inputs far from everyone's.
    """
    generator = np.random.default_rng(seed)
    known = generator.choice(len(inputs), size=min(PLAIN, len(inputs)), replace=False)
    rows = [inputs[generator.integers(0, len(inputs), 4), np.arange(4)] for _ in range(COMPOSED)]
    for hidden in ([0], [1], [2], [3], [0, 1, 2], [0, 1, 2, 3]):
        row = inputs[generator.integers(0, len(inputs))].copy()
        row[hidden] = np.nan
        rows.append(row)
    rows += [inputs[index] for index in generator.integers(0, len(inputs), IN_PLACE)]
    rows += [np.full(4, extreme) for extreme in EXTREME]
    new = np.array(rows, dtype=np.float32)
    rates = fitted.transform(new)[:, 0]
    return [
        *[_case(int(client_ids[index]), inputs[index], trained_rates[index]) for index in np.sort(known)],
        *[_case(None, row, rate) for row, rate in zip(new, rates, strict=True)],
    ]


def _case(client_id: int | None, inputs: np.ndarray, rate: np.float32) -> dict[str, Any]:
    # The shortest digits that read back as the very same float32.
    digits = [None if np.isnan(value) else float(str(value)) for value in inputs.astype(np.float32)]
    return {'clientId': client_id, 'inputs': digits, 'rate': float(str(rate))}
