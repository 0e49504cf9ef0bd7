/** A made-up applicant with a perfectly calibrated probability of default. */
export interface Applicant {
  probability: number
  isInDefault: boolean
  sex: string
  ageBand: string
  familyStatus: string
}

const ageBands = ['18-24', '25-34', '35-44', '45-54', '55-64', '65+']
const familyStatuses = ['Married', 'Single / not married', 'Civil marriage', 'Separated', 'Widow']

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws applicants of whom some 8 % default; the young and the unmarried a little more often. */
export function simulateApplicants(count: number, seed: number): Applicant[] {
  const random = createRandom(seed)
  const drawNormal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const pick = (names: readonly string[], skew: number) => Math.floor(random() ** skew * names.length)
  return Array.from({ length: count }, () => {
    const age = pick(ageBands, 0.9)
    const family = pick(familyStatuses, 2.2)
    const isMale = random() < 0.35
    const logOdds =
      -2.95 + 1.05 * drawNormal() - 0.12 * (age - 2) + (family > 0 ? 0.12 : 0) + (isMale ? 0.15 : 0)
    const probability = 1 / (1 + Math.exp(-logOdds))
    return {
      probability,
      isInDefault: random() < probability,
      sex: isMale ? 'male' : 'female',
      ageBand: ageBands[age] as string,
      familyStatus: familyStatuses[family] as string,
    }
  })
}
