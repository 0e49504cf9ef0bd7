"""Makes a bundle the champion, if it passes every gate; a reader finds the one champion or the other, both whole."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from credit_model.bundle import is_whole, put_in_place, read_bundle
from credit_model.champion import crown, find_champion, read_champion
from credit_model.compare import Comparison, compare_bundles
from credit_model.find_bundle import find_champion_bundle
from credit_model.out_of_fold import SUFFIX, copy_out_of_fold
from credit_model.promotion_gates import Gate, pass_gates
from credit_model.rated_clients import load_labelled_clients
from credit_model.raw_source import features_of
from credit_model.training_error import TrainingError


@dataclass(frozen=True)
class Promotion:
    """Whose champion a bundle would become, and what it is held against.

    Attributes
    ----------
    target : Path
        The folder of bundles whose champion it would become; the bundle is copied there.
    fallback : Path
        The folder whose champion serves while ``target`` has none.
    compare : callable
        Compares candidate and champion, given by their folders.
    by : str
        Who promotes.
    waivers : dict
        ``fairness`` and ``comparison`` → the reason to do without.
    into_repository : bool
        ``target`` is committed: it holds one bundle, and nothing that names a real client.
    """

    target: Path
    fallback: Path
    compare: Callable[[Path, Path], Comparison]
    by: str
    waivers: dict[str, str] = field(default_factory=dict)
    into_repository: bool = False

    def may_name_clients(self, bundle: Path) -> bool:
        """Whether out-of-fold answers, which name the training clients, may stand in ``target``."""
        return not self.into_repository or read_bundle(bundle)['trainingData']['origin'] == 'demo'


def promote_bundle(bundle: Path, promotion: Promotion) -> list[Gate]:
    """Promote a bundle, or leave the champion as it is.

    Parameters
    ----------
    bundle : Path
        The candidate's folder.
    promotion : Promotion
        Where to.

    Returns
    -------
    list of Gate
        The verdicts. The champion changed only if all passed.

    Raises
    ------
    TrainingError
        The bundle isn't whole.
    """
    gates = judge_bundle(bundle, promotion)
    if not all(gate.passed for gate in gates):
        return gates
    target, version = promotion.target, bundle.name
    place = target / version
    if place.resolve() != bundle.resolve() and not is_whole(place):
        _copy(bundle, place)
    if place.resolve() != bundle.resolve() and promotion.may_name_clients(bundle):
        copy_out_of_fold(bundle, place)
    if find_champion(target) != version:
        crown(target, version, promotion.by, _keep_predecessor(promotion, version), promotion.waivers)
    if promotion.into_repository:
        _remove_others(place)
    return gates


def judge_bundle(bundle: Path, promotion: Promotion) -> list[Gate]:
    """Hold a bundle against every gate without promoting it.

    Parameters
    ----------
    bundle : Path
        The candidate's folder.
    promotion : Promotion
        Where it would be promoted.

    Returns
    -------
    list of Gate
        The verdicts.

    Raises
    ------
    TrainingError
        The bundle isn't whole.
    """
    manifest = read_bundle(bundle)
    champion = find_champion_bundle([promotion.target, promotion.fallback])
    comparison: Comparison | str | None = None
    if champion is not None and champion.name != bundle.name:
        try:
            comparison = promotion.compare(bundle, champion)
        except TrainingError as error:
            comparison = str(error)
    return pass_gates(bundle, manifest, comparison, promotion.waivers)


def compare_on(data: Path) -> Callable[[Path, Path], Comparison]:
    """Make a comparison on the labelled clients of some data.

    Parameters
    ----------
    data : Path
        What `features_of` takes.

    Returns
    -------
    callable
        Takes candidate and champion.
    """

    def compare(candidate: Path, champion: Path) -> Comparison:
        with features_of(data) as features:
            return compare_bundles(candidate, champion, load_labelled_clients(features))

    return compare


def _copy(bundle: Path, place: Path) -> None:
    partial = place.with_name(f'{place.name}.partial-{os.getpid()}')
    shutil.rmtree(partial, ignore_errors=True)
    partial.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(bundle, partial)
    put_in_place(partial, place)


def _keep_predecessor(promotion: Promotion, version: str) -> dict[str, Any] | None:
    """Find the champion that the new one follows, and keep its bundle: a roll back needs it."""
    own = read_champion(promotion.target)
    if own is not None:
        return own
    committed = read_champion(promotion.fallback)
    if committed is None or committed['modelVersion'] == version:
        return None
    bundle = promotion.fallback / committed['modelVersion']
    if not is_whole(bundle):
        return None
    kept = promotion.target / bundle.name
    if not is_whole(kept):
        _copy(bundle, kept)
    copy_out_of_fold(bundle, kept)
    return committed


def _remove_others(bundle: Path) -> None:
    for other in bundle.parent.iterdir():
        if other.is_dir() and other != bundle:
            shutil.rmtree(other)
        elif other.name.endswith(SUFFIX) and other.name != bundle.name + SUFFIX:
            other.unlink()
