import type { BundleEvaluation, Estimate, FairnessGroup } from '#core/contracts/bundle-evaluation.ts'
import type { Applicant } from './simulate-applicants.ts'

type Fairness = NonNullable<BundleEvaluation['fairness']>
type Attribute = Fairness['attributes'][number]
type Bound = Attribute['bounds'][number]
type Measure = 'selectionRate' | 'truePositiveRate' | 'falsePositiveRate' | 'calibrationGap'

const fewestThatTell = 100
const fewestDefaultsThatTell = 30

/** A share with its 95 % interval (Wilson). */
function estimateShare(hits: number, of: number): Estimate | null {
  if (of === 0) return null
  const [share, z2] = [hits / of, 1.96 ** 2]
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (1.96 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of)
  return { estimate: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

function auditGroup(group: string, members: readonly Applicant[], threshold: number): FairnessGroup {
  const count = (test: (member: Applicant) => boolean) => members.filter(test).length
  const defaults = count(({ isInDefault }) => isInDefault)
  const refused = count(({ probability }) => probability >= threshold)
  const caught = count(({ probability, isInDefault }) => isInDefault && probability >= threshold)
  const observed = estimateShare(defaults, members.length)
  const predicted = members.reduce((sum, { probability }) => sum + probability, 0) / (members.length || 1)
  return {
    group,
    tooSmallToTell: members.length < fewestThatTell || defaults < fewestDefaultsThatTell,
    clients: members.length,
    defaults,
    selectionRate: estimateShare(members.length - refused, members.length),
    truePositiveRate: estimateShare(caught, defaults),
    falsePositiveRate: estimateShare(refused - caught, members.length - defaults),
    calibrationGap: observed && {
      estimate: predicted - observed.estimate,
      low: predicted - observed.high,
      high: predicted - observed.low,
    },
    auc: defaults < 10 ? null : 0.77,
  }
}

function holdToBound(
  groups: readonly FairnessGroup[],
  measure: Measure,
  { bound, givenBaseRates = false }: { bound: number; givenBaseRates?: boolean },
): Bound {
  const name =
    measure === 'calibrationGap' ? measure : (`${measure}${bound > 0.5 ? 'Ratio' : 'Gap'}` as const)
  const told = groups.flatMap((group) => {
    const estimate = group[measure]
    return estimate && !group.tooSmallToTell ? [{ group: group.group, estimate }] : []
  })
  told.sort((a, b) => a.estimate.estimate - b.estimate.estimate)
  const [lowest, highest] = [told[0], told.at(-1)]
  if (!lowest || !highest || told.length < 2) {
    return {
      measure: name as Bound['measure'],
      bound,
      found: null,
      evidence: null,
      groups: null,
      givenBaseRates,
      held: true,
    }
  }
  const [a, b] = [lowest.estimate, highest.estimate]
  const isRatio = measure === 'selectionRate'
  const found = isRatio ? a.estimate / b.estimate : b.estimate - a.estimate
  const evidence = isRatio ? Math.min(1, a.high / b.low) : Math.max(0, b.low - a.high)
  return {
    measure: name as Bound['measure'],
    bound,
    found,
    evidence,
    groups: [lowest.group, highest.group],
    givenBaseRates,
    held: isRatio ? evidence >= bound : evidence <= bound,
  }
}

/** An audit of made-up applicants, of the shape that training writes. */
export function inventFairness(applicants: readonly Applicant[], threshold: number): Fairness {
  const attributes = (['sex', 'ageBand', 'familyStatus'] as const).map((attribute): Attribute => {
    const names = [...new Set(applicants.map((applicant) => applicant[attribute]))].sort()
    const groups = names.map((name) =>
      auditGroup(
        name,
        applicants.filter((applicant) => applicant[attribute] === name),
        threshold,
      ),
    )
    return {
      attribute,
      groups,
      smallestGroupClients: Math.min(...groups.map(({ clients }) => clients)),
      bounds: [
        holdToBound(groups, 'selectionRate', { bound: 0.8, givenBaseRates: attribute !== 'sex' }),
        ...(attribute === 'sex'
          ? [
              holdToBound(groups, 'truePositiveRate', { bound: 0.1 }),
              holdToBound(groups, 'falsePositiveRate', { bound: 0.1 }),
            ]
          : []),
        holdToBound(groups, 'calibrationGap', { bound: 0.02 }),
      ],
    }
  })
  const isBroken = attributes.some(({ bounds }) => bounds.some(({ held }) => !held))
  return {
    attributes,
    alternative: isBroken
      ? {
          description: 'The same model without the features that depend on age',
          withoutFeatures: ['age_years', 'employment_to_age_ratio'],
          auc: 0.7702,
          costPerClient: 0.5311,
          boundsHeld: false,
        }
      : null,
  }
}
