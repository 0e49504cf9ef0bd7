import type { Figure } from './figure.ts'

/** What words round a figure say that it is. */
export interface Meaning {
  /** In French or English, in lower case. */
  words: RegExp
  /** Whether a value of these keys, from the answer down, is such a thing. */
  isMeant: (keys: readonly string[]) => boolean
  /** Whether a figure of this form can be such a thing at all: a count is no probability. */
  maySay: (figure: Figure) => boolean
  /** Whether a figure within a text of the answer may be it, too. */
  mayStandInText: boolean
  /** Whether other words, if any are about, say more of the figure. */
  isWeak: boolean
}

type KeyTest = Meaning['isMeant']

const hasKey =
  (pattern: RegExp): KeyTest =>
  (keys) =>
    keys[0] !== 'input' && keys.some((key) => pattern.test(key))

const endsIn =
  (pattern: RegExp): KeyTest =>
  (keys) =>
    keys[0] !== 'input' && pattern.test(keys.at(-1) ?? '')

const isShare = ({ unit, readings }: Figure) =>
  unit === 'percent' || (unit === 'none' && readings.some(({ quantity }) => Math.abs(quantity) <= 1))
const isPercent = ({ unit }: Figure) => unit === 'percent'
const isRank = ({ unit, readings }: Figure) =>
  unit === 'percent' || (unit === 'none' && readings.some(({ quantity }) => quantity <= 100))

const define = (words: RegExp, isMeant: KeyTest, rest: Partial<Meaning> = {}): Meaning => ({
  words,
  isMeant,
  maySay: () => true,
  mayStandInText: false,
  isWeak: false,
  ...rest,
})
const share = (words: RegExp, isMeant: KeyTest) => define(words, isMeant, { maySay: isShare })
const ofFeature = (words: RegExp, isMeant: KeyTest) => define(words, isMeant, { mayStandInText: true })

/**
 * The quantities that must not be mistaken for one another, the longest wording first: where one of them stands by a
 * figure, the figure must be that quantity.
 */
export const meanings: readonly Meaning[] = [
  share(
    /probabilit[ée]s? (?:moyenne (?:de|du) d[ée]faut|(?:de )?d[ée]faut (?:de paiement )?moyenne?)|moyenne de (?:la )?probabilit[ée]|(?:mean|average) (?:probability|default probability|risk)(?: of default)?|risque moyen/g,
    endsIn(/^meanProbabilityOfDefault$/),
  ),
  share(
    /(?:taux|part) de d[ée]fauts?(?: (?:observ[ée]s?|constat[ée]s?|r[ée]els?))?|taux d[’']impay[ée]s?|(?:observed )?default rate|(?:sont |été )?en d[ée]faut(?: de paiement)?|(?:have |has )?defaulted|had payment difficult\w+|(?:n[’']ont pas|ont mal) rembours[ée]/g,
    hasKey(/default_?rate/i),
  ),
  share(
    /probabilit[ée] (?:de |d[’'])(?:remboursement|rembourser\w*)|probabilit[ée] (?:que|qu[’'])\S+(?: \S+){0,2} rembourse\w*|celle de rembours\w+|chances? de rembours\w+|probability of (?:repayment|repaying)|that of repayment|repayment probability|likelihood of repayment|chances? of repa\w+/g,
    endsIn(/^probabilityOfRepayment$/),
  ),
  share(
    /probabilit[ée] (?:de |d[’'])(?:d[ée]faut|non[ -]remboursement|impay[ée]s?)|celle de d[ée]faut|risque de (?:d[ée]faut|non[ -]remboursement)|probability of default|that of default|default (?:probability|risk)|risk of default/g,
    endsIn(/^(?:clientP|p)robabilityOfDefault$/),
  ),
  share(/probabilit[ée]s?|probabilit(?:y|ies)/g, hasKey(/probabilityOf/i)),
  define(/\brisques?\b|\brisks?\b/g, hasKey(/probabilityOf|default_?rate/i), {
    maySay: isPercent,
    isWeak: true,
  }),
  share(/\bseuils?\b|\bthresholds?\b/g, endsIn(/threshold/i)),
  define(/\b(?:per)?centiles?\b/g, hasKey(/^percentile$/), { maySay: isRank }),
  define(
    /\b(?:des|du|de la|de ce|de cette) (?:clients?|groupe|dossiers?|cohorte|portefeuille|comparables?|emprunteurs?)|of (?:the |these |those )?(?:clients?|group|cohort|portfolio|applicants?|borrowers?)|\b(?:devant|derri[èe]re|plus risqu\S+|moins risqu\S+|riskier|safer|ahead of|behind)\b/g,
    hasKey(/^percentile$|rate$|share/i),
    { maySay: isShare, isWeak: true },
  ),
  ofFeature(/\bm[ée]dianes?\b|\bmedians?\b/g, hasKey(/^median/i)),
  ofFeature(/contributions?|contribue\w*|contributes?|\beffets?\b|\beffects?\b/g, hasKey(/contribution/i)),
  define(/score brut|log-odds|log-cotes?|raw score/g, hasKey(/logOdds$/i)),
  define(/\bdistances?\b|valeurs? p\b|\bp[- ]values?\b|\bstatisti\w+/g, hasKey(/^statistic$/)),
  define(/\bmarks?\b|\bnotes?\b(?! bien| de la r[ée]gion)/g, hasKey(/^marks?$/)),
  share(/\bauc\b/g, hasKey(/auc/i)),
  share(/\bexactitude\b|\baccuracy\b/g, hasKey(/accuracy/i)),
  share(/\bbrier\b/g, hasKey(/brier/i)),
  share(/\bece\b|erreur de calibration|calibration error/g, hasKey(/ece$|calibrationError/i)),
  define(/co[ûu]ts? (?:attendus? |moyens? )?par client|costs? per client|expected cost/g, hasKey(/cost/i)),
  share(/\bimportances?\b/g, hasKey(/importance/i)),
]

/** Values that a figure names only where words say so: a bare "33 %" is no place among others. */
export const isReserved: KeyTest = hasKey(/^percentile$/)

/** Whether a value is what was asked for rather than what was found. */
export const isRequested: KeyTest = (keys) => keys[0] === 'input' || keys.includes('changes')

/** Whether a value holds only for a request that was tried. */
export const isTried: KeyTest = (keys) => keys[0] === 'after'

/** Whether a value is of a change that is suggested. */
export const isSuggested: KeyTest = (keys) => keys[0] === 'suggestions'

/** Words of a sentence that speaks of what is. */
export const presence =
  /(?<!\p{L})(?:aujourd[’']hui|actuel\p{L}*|today|current\p{L}*|now|at present)(?!\p{L})/iu

/** Words of a sentence that speaks of what could be rather than of what is. */
export const supposition =
  /(?<!\p{L})(?:si|s[’']|parmi|among|entre|between|moins de|plus de|under|avec|pour|sur|apr[èe]s|simul\p{L}*|demand\p{L}*|emprunt\p{L}*|pass\p{L}+|rest\p{L}+|devien\p{L}+|atteind\p{L}+|chang\p{L}*|\p{L}+rai(?:t|ent)|if|with|over|after|would|were|ask\p{L}*|request\p{L}*|borrow\p{L}*|becom\p{L}+|remain\p{L}*|stay\p{L}*)/iu

/** Letters that stand for a value, and where they do. */
export const letterMeanings: readonly { pattern: RegExp; key: RegExp }[] = [
  {
    pattern:
      /(?<=(?<!\p{L})(?:[Cc]lasse|[Cc]lass|[Nn]otée?|[Rr]ated)(?: de risque)?(?:[\s\u00a0\u202f:«“"*_]|est|serait|is|would be){1,14})[A-E](?![\p{L}\p{N}’'])/gu,
    key: /^riskClass$/,
  },
]
