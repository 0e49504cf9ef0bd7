"""The audit's figures by hand, bounds that break and bounds that noise excuses."""

from dataclasses import replace

import numpy as np
import pytest

from credit_model.base_rates import ExpectedSelection
from credit_model.fairness import audit_fairness, bounds_held
from credit_model.fairness_alternative import try_alternatives
from credit_model.intervals import Estimate, wilson_interval
from credit_model.judge import Judgement

THRESHOLD = 0.1


def make_group(size, good_refused, bad_refused, bad_share=0.1):
    """Make a group by its counts; who is refused has a probability of 0.5, the others of 0.05."""
    bad = round(size * bad_share)
    target = np.array([1] * bad + [0] * (size - bad))
    refused = np.concatenate(
        [np.arange(bad) < bad_refused * bad, np.arange(size - bad) < good_refused * (size - bad)]
    )
    return target, np.where(refused, 0.5, 0.05)


def audit(groups, attribute='sex'):
    labels = np.concatenate([[name] * len(target) for name, (target, _) in groups.items()]).astype(object)
    target = np.concatenate([target for target, _ in groups.values()])
    probability = np.concatenate([probability for _, probability in groups.values()])
    return audit_fairness({attribute: labels}, target, probability, THRESHOLD)


def find_bound(attributes, measure):
    return next(bound for bound in attributes[0]['bounds'] if bound['measure'] == measure)


def test_a_groups_figures_by_hand():
    group = audit({'female': make_group(1000, 0.2, 0.6), 'male': make_group(500, 0.2, 0.6)})[0]['groups'][0]
    # 100 defaults of whom 60 refused, 900 good clients of whom 180 refused.
    assert (group['group'], group['clients'], group['defaults']) == ('female', 1000, 100)
    assert group['selectionRate'] == wilson_interval(760, 1000).as_json()
    assert group['truePositiveRate'] == wilson_interval(60, 100).as_json()
    assert group['falsePositiveRate'] == wilson_interval(180, 900).as_json()
    predicted = (240 * 0.5 + 760 * 0.05) / 1000
    assert group['calibrationGap']['estimate'] == pytest.approx(predicted - 0.1)
    observed = wilson_interval(100, 1000)
    assert group['calibrationGap']['low'] == pytest.approx(predicted - observed.high)
    # Pairs of a default and a good client: 0.6 × 0.8 right, 0.6 × 0.2 + 0.4 × 0.8 tied.
    assert group['auc'] == pytest.approx(0.48 + 0.44 / 2)


def test_groups_treated_alike_hold_every_bound():
    attributes = audit({'female': make_group(4000, 0.2, 0.6), 'male': make_group(4000, 0.21, 0.61)})
    assert bounds_held(attributes)
    assert attributes[0]['smallestGroupClients'] == 4000


def test_a_group_granted_less_than_four_fifths_as_often_breaks_the_bound():
    attributes = audit({'female': make_group(4000, 0.1, 0.6), 'male': make_group(4000, 0.4, 0.6)})
    bound = find_bound(attributes, 'selectionRateRatio')
    assert bound['found'] == pytest.approx((1 - 0.42) / (1 - 0.15))
    assert bound['groups'] == ['male', 'female']
    assert not bound['held']
    assert not bounds_held(attributes)


def test_the_same_ratio_among_few_clients_is_no_evidence():
    attributes = audit({'female': make_group(300, 0.1, 0.6), 'male': make_group(300, 0.3, 0.6)})
    bound = find_bound(attributes, 'selectionRateRatio')
    assert bound['found'] < 0.8
    assert bound['evidence'] > 0.8
    assert bound['held']


@pytest.mark.parametrize(
    ('measure', 'other'),
    [
        ('truePositiveRateGap', make_group(9000, 0.2, 0.85)),
        ('falsePositiveRateGap', make_group(9000, 0.34, 0.6)),
        ('calibrationGap', make_group(9000, 0.2, 0.6, bad_share=0.05)),
    ],
)
def test_each_gap_can_break(measure, other):
    attributes = audit({'female': make_group(9000, 0.2, 0.6), 'male': other})
    assert not find_bound(attributes, measure)['held']


def test_a_group_too_small_to_tell_is_listed_and_judged_by_no_bound():
    groups = {'female': make_group(4000, 0.2, 0.6), 'male': make_group(200, 0.9, 0.9)}
    attributes = audit(groups)
    small = attributes[0]['groups'][1]
    assert (small['group'], small['tooSmallToTell'], small['defaults']) == ('male', True, 20)
    assert all(bound['held'] and bound['found'] is None for bound in attributes[0]['bounds'])


def test_a_client_of_unknown_group_is_in_no_group():
    target, probability = make_group(400, 0.2, 0.6)
    labels = np.array(['female'] * 200 + [None] * 200, dtype=object)
    groups = audit_fairness({'sex': labels}, target, probability, THRESHOLD)[0]['groups']
    assert [(group['group'], group['clients']) for group in groups] == [('female', 200)]


def calibrated(size, shift, seed):
    """Make clients whose probabilities are right, their log-odds shifted."""
    generator = np.random.default_rng(seed)
    probability = 1 / (1 + np.exp(-(generator.normal(-2.9 + shift, 1.1, size))))
    return (generator.random(size) < probability).astype(int), probability


def test_rarer_grants_that_a_higher_default_rate_explains_break_no_bound():
    groups = {'25-34': calibrated(20_000, 0.9, 1), '55-64': calibrated(20_000, -0.4, 2)}
    rates = [group['selectionRate']['estimate'] for group in audit(groups, 'ageBand')[0]['groups']]
    assert rates[0] / rates[1] < 0.7
    attributes = audit(groups, 'ageBand')
    assert bounds_held(attributes)
    assert find_bound(attributes, 'selectionRateRatio')['found'] > 0.85


def test_rarer_grants_than_the_default_rate_explains_do():
    target, probability = calibrated(20_000, 0.0, 1)
    harsh = 1 / (1 + (1 / probability - 1) / np.exp(0.9))
    attributes = audit({'25-34': (target, harsh), '55-64': calibrated(20_000, 0.0, 2)}, 'ageBand')
    assert [bound['held'] for bound in attributes[0]['bounds']] == [False, False]


def test_everyones_own_default_rate_leads_to_everyones_own_grants():
    target, probability = calibrated(5000, 0.0, 3)
    rate = float(target.mean())
    expected = ExpectedSelection(target, probability, THRESHOLD).at(Estimate(rate, rate * 0.8, rate * 1.2))
    assert expected.estimate == pytest.approx((probability < THRESHOLD).mean())
    assert expected.low < expected.estimate < expected.high


def test_a_broken_bound_has_alternatives_tried_until_one_holds(table):
    broken = audit({'female': make_group(4000, 0.1, 0.6), 'male': make_group(4000, 0.4, 0.6)})
    groups = {'sex': np.where(table.features[:, 2] > 45, 'male', 'female').astype(object)}
    metrics = {'auc': 0.7, 'costPerClient': 0.5}
    run_judgement = Judgement(None, metrics, None, {}, 0.5, *[np.array([])] * 3)
    tried = []

    def judge_without(absent):
        tried.append(absent)
        male = groups['sex'] == 'male'
        fair = np.where(male, table.target[male].mean(), table.target[~male].mean())
        probability = np.where(male, 0.5, 0.05) if len(tried) == 1 else fair
        return replace(run_judgement, probability=probability, threshold=0.5)

    found = try_alternatives(broken, groups, table, frozenset({'children_count'}), judge_without)
    assert tried == [{'children_count'}, {'children_count', 'age_years'}]
    assert found['boundsHeld']
    assert (found['auc'], found['costPerClient']) == (0.7, 0.5)


def test_held_bounds_need_no_alternative(table):
    held = audit({'female': make_group(4000, 0.2, 0.6), 'male': make_group(4000, 0.2, 0.6)})
    assert try_alternatives(held, {}, table, frozenset(), None) is None
