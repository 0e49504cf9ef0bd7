"""What a model learns from, and what it sees of those it judges, owes nothing to the outcomes of other folds."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from conftest import make_table

from credit_model.candidates import Recipe, build_candidates
from credit_model.folded_clients import fold_clients
from credit_model.judge import nested_scores
from credit_model.neighbours import FEATURE, INPUTS, NearestDefaultRate
from credit_model.search import QUICK_GRID, FoldedTrees, search_grid
from credit_model.select_features import LARGEST_SELECTION, select_features
from credit_model.split import assign_folds

FOLDS = 4
SETTINGS = {'min_child_samples': 20, 'reg_lambda': 1.0, 'colsample_bytree': 0.5}


def scored_table(count=1200):
    """Make a table that holds the inputs of the nearest clients' rate, among noise."""
    table = make_table(count)
    generator = np.random.default_rng(4)
    noise = generator.normal(size=(count, 3)).astype(np.float32)
    features = np.column_stack([table.features[:, [0, 0, 1, 1]], noise, table.features[:, 2:]])
    return replace(
        table, features=features, names=(*INPUTS, 'noise_a', 'noise_b', 'noise_c', *table.names[2:])
    )


@pytest.fixture(scope='module')
def folded():
    table = scored_table()
    return fold_clients(table, assign_folds(table.target, FOLDS, 7), seed=7, workers=2)


@pytest.mark.parametrize('judging', [{0}, {1, 3}])
def test_turning_the_outcomes_of_the_judging_folds_round_changes_nothing_learned_or_seen(folded, judging):
    rows = np.isin(folded.fold_of, list(judging))
    target = np.where(rows, 1 - folded.table.target, folded.table.target)
    turned = fold_clients(replace(folded.table, target=target), folded.fold_of, seed=7, workers=2)
    learned_from = folded.folds - judging
    one, other = (clients.training(learned_from) for clients in (folded, turned))
    assert one.names == other.names
    assert np.array_equal(one.features, other.features, equal_nan=True)
    assert np.array_equal(one.target, other.target)
    for fold in judging:
        one, other = (clients.judged(fold, learned_from) for clients in (folded, turned))
        assert np.array_equal(one.features, other.features, equal_nan=True)


def test_no_outcome_of_a_judged_fold_reaches_the_model_its_stop_or_the_scores_that_calibrate_it(folded):
    rows = folded.fold_of == 2
    target = np.where(rows, 1 - folded.table.target, folded.table.target)
    turned = fold_clients(replace(folded.table, target=target), folded.fold_of, seed=7, workers=2)
    recipe = Recipe({'members': 2, 'parts': 4, 'max_rounds': 40, 'patience': 5, **SETTINGS}, {}, 0.0, 7)
    for candidate in build_candidates(recipe)[3:]:
        (outer, inner), (outer_turned, inner_turned) = (
            nested_scores(candidate, clients) for clients in (folded, turned)
        )
        assert np.array_equal(outer[rows], outer_turned[rows]), candidate.name
        assert np.array_equal(inner[2], inner_turned[2], equal_nan=True), candidate.name
        assert not np.array_equal(outer[~rows], outer_turned[~rows]), candidate.name


def test_the_cached_rates_are_those_that_the_transformer_would_fit_anew(folded):
    inputs = folded.table.features[:, :4]
    learned_from = frozenset({0, 2, 3})
    rows = np.isin(folded.fold_of, list(learned_from))
    rate = NearestDefaultRate(standardisation=None)
    rate.standardisation = (
        NearestDefaultRate().fit(inputs, folded.table.target, folded.fold_of).standardisation_
    )
    trained = rate.fit_transform(inputs[rows], folded.table.target[rows], folded.fold_of[rows])
    learned = folded.training(learned_from)
    assert learned.names[-1] == FEATURE
    assert np.array_equal(learned.features[:, -1], trained[:, 0])
    judged = folded.judged(1, learned_from).features[:, -1]
    assert np.array_equal(judged, rate.transform(inputs[folded.fold_of == 1])[:, 0])


def test_no_fold_judges_a_model_that_learned_from_it(folded):
    with pytest.raises(ValueError, match='cannot judge'):
        folded.judged(1, frozenset({0, 1}))


def test_a_feature_left_out_takes_the_rate_that_tells_it_along(folded):
    assert FEATURE in folded.without(frozenset({'noise_a'})).training(folded.folds).names
    without = folded.without(frozenset({INPUTS[2]})).training(folded.folds)
    assert not {FEATURE, INPUTS[2]} & set(without.names)
    assert 'noise_a' in folded.table.names


def test_a_table_without_the_scores_has_no_rate():
    table = make_table(600)
    folded = fold_clients(table, assign_folds(table.target, FOLDS, 7), seed=7, workers=1)
    assert FEATURE not in folded.training(folded.folds).names


def test_the_grid_is_searched_on_folds_that_did_not_train(folded):
    recipe = Recipe({'members': 2, 'parts': 4, 'max_rounds': 20}, {}, 0.0, 7)
    found = search_grid(folded, recipe, [*QUICK_GRID, {**QUICK_GRID[0], 'max_depth': [2], 'num_leaves': [4]}])
    assert len(found.table) == 2
    assert found.parameters in [{key: point[key] for key in found.parameters} for point in found.table]
    assert 0 <= found.agreement <= FOLDS
    with pytest.raises(ValueError, match='whole folds'):
        FoldedTrees(folded, recipe).fit(np.arange(100), folded.table.target[:100])


def gains_of(*shares):
    """Give each forest that lacks one of the folds its shares of the gain."""
    folds = frozenset(range(len(shares)))
    return {folds - {fold}: np.array(row) for fold, row in enumerate(shares)}, folds


def test_features_that_no_forest_gains_from_are_left_out():
    assert select_features(*gains_of([0.5, 0.1, 0.0, 0.4], [0.5, 0.0, 0.0, 0.5])).tolist() == [0, 1, 3]
    assert select_features(*gains_of([0.0, 0.0], [0.0, 0.0])).tolist() == [0, 1]


def test_no_more_than_300_are_selected_and_one_lucky_fold_selects_none():
    steady = list(np.arange(400, 0, -1) / 100_000)
    assert select_features(*gains_of(*[steady] * 5)).tolist() == list(range(LARGEST_SELECTION))
    lucky = [*steady[:-1], 0.5]
    assert 399 not in select_features(*gains_of(lucky, *[steady] * 4))
    assert 399 in select_features(*gains_of(*[lucky] * 3, *[steady] * 2))


def test_features_are_selected_by_forests_that_saw_some_of_the_folds_and_no_other(folded):
    asked = []

    class Asked(dict):
        def __getitem__(self, folds):
            asked.append(folds)
            return super().__getitem__(folds)

    for learned_from in (
        folded.folds - set(absent) for size in (0, 1, 2) for absent in combinations(range(FOLDS), size)
    ):
        select_features(Asked(folded.gains), learned_from)
        assert all(folds < learned_from for folds in asked)
        assert len(asked) == len(learned_from)
        asked.clear()
