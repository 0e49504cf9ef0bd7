"""A committee of boosters over the same clients, stopped where clients that its members did not see want it to be."""

from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from sklearn.model_selection import StratifiedKFold

from credit_model.merge_boosters import merge_boosters
from credit_model.rebalance import default_weight, oversample, undersample


@dataclass(frozen=True)
class CommitteeRules:
    """How a committee is formed and when it stops.

    Attributes
    ----------
    members : int
        Boosters trained. Each leaves out a part of the clients that no other leaves out.
    parts : int
        Parts that the clients are split into; at least ``members``.
    max_rounds : int
        Trees a member at most.
    patience : int
        Rounds without a better mean loss after which training ends.
    imbalance : str
        See `rebalance`.
    seed : int
        Seed of all randomness.
    """

    members: int
    parts: int
    max_rounds: int
    patience: int
    imbalance: str
    seed: int


def train_committee(
    features: np.ndarray, target: np.ndarray, parameters: dict[str, Any], rules: CommitteeRules
) -> tuple[lightgbm.Booster, int]:
    """Train a committee and average it.

    The members grow by one tree at a time, side by side. Each is asked about the part that it leaves out; the round
    with the least mean loss over these parts is the last that counts, for all members alike: together the parts
    are many more clients than one member could spare, so that the stop owes little to chance.

    Parameters
    ----------
    features, target : numpy.ndarray
        float32 [clients, features] and 0/1 [clients]: training clients alone. No other client is ever seen.
    parameters : dict
        LightGBM's, of a single booster.
    rules : CommitteeRules
        Size, stop, answer to the imbalance.

    Returns
    -------
    booster : lightgbm.Booster
        The mean of the members in log-odds.
    rounds : int
        Trees that each member contributes.
    """
    part_of = _parts(target, rules)
    everyone = lightgbm.Dataset(features, label=target, params=parameters, free_raw_data=False)
    everyone.set_weight(np.where(target == 1, default_weight(rules.imbalance, target), 1.0))
    members = [
        _member(everyone, features, target, part_of == part, part, parameters, rules)
        for part in range(rules.members)
    ]
    trees = _grow(members, rules)
    return merge_boosters(members, trees), max(trees)


def _parts(target: np.ndarray, rules: CommitteeRules) -> np.ndarray:
    part_of = np.empty(len(target), dtype=np.int64)
    splitter = StratifiedKFold(rules.parts, shuffle=True, random_state=rules.seed)
    for part, (_, left_out) in enumerate(splitter.split(np.zeros(len(target)), target)):
        part_of[left_out] = part
    return part_of


def _member(
    everyone: lightgbm.Dataset,
    features: np.ndarray,
    target: np.ndarray,
    left_out: np.ndarray,
    number: int,
    parameters: dict[str, Any],
    rules: CommitteeRules,
) -> lightgbm.Booster:
    """Start a member on all clients but those left out; its only validation data are those."""
    seed = rules.seed + number
    rows = np.flatnonzero(~left_out)
    if rules.imbalance == 'smote':
        made = oversample(features[rows], target[rows], seed)
        data = lightgbm.Dataset(made[0], label=made[1], reference=everyone, params=parameters)
    elif rules.imbalance == 'undersampling':
        data = everyone.subset(undersample(rows, target, seed))
        data.construct().set_weight(None)
    else:
        data = everyone.subset(rows)
    booster = lightgbm.Booster({**parameters, 'seed': seed}, data)
    return booster.add_valid(everyone.subset(np.flatnonzero(left_out)), 'left out')


def _grow(members: list[lightgbm.Booster], rules: CommitteeRules) -> list[int]:
    """Add trees until the mean loss has long stopped falling; say how many trees each member had when it was least."""
    least, best, trees = np.inf, 0, [0] * len(members)
    for number in range(1, rules.max_rounds + 1):
        for member in members:
            member.update()
        loss = float(np.mean([member.eval_valid()[0][2] for member in members]))
        if loss < least:
            # A round in which no split gains anything adds no tree to that member.
            least, best, trees = loss, number, [member.current_iteration() for member in members]
        elif number - best >= rules.patience:
            break
    return trees
