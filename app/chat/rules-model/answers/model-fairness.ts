import type { BundleEvaluation } from '#core/contracts/bundle-evaluation.ts'
import type { Language } from '#core/contracts/language.ts'
import { formatMessage } from '../../../messages/format-message.ts'
import type { MessageKey } from '../../../messages/fr.ts'
import type { AnswerContext } from '../answer-context.ts'

export type FairnessAudit = NonNullable<BundleEvaluation['fairness']>
type Attribute = FairnessAudit['attributes'][number]
type Bound = Attribute['bounds'][number]

interface Words {
  none: string
  held: string
  broken: string
  attribute: Record<'held' | 'broken', (label: string) => string>
  bound: (measure: string, found: string, bound: string) => string
  measures: Record<Bound['measure'], string>
  unknown: string
  sex: string
}

const words: Record<Language, Words> = {
  fr: {
    none: 'Aucun contrôle d’équité n’est disponible : les données ne nomment aucun groupe.',
    held: '**Toutes les bornes d’équité sont tenues.**',
    broken: '**Certaines bornes d’équité sont rompues.**',
    attribute: {
      held: (label) => `${label} : bornes tenues`,
      broken: (label) => `${label} : bornes rompues`,
    },
    bound: (measure, found, bound) => `${measure} ${found} (borne ${bound})`,
    measures: {
      selectionRateRatio: 'rapport des accords entre groupes',
      truePositiveRateGap: 'écart des défauts refusés',
      falsePositiveRateGap: 'écart des bons clients refusés',
      calibrationGap: 'écart de calibration',
    },
    unknown: 'inconnu',
    sex: 'Le sexe n’est jamais une variable du modèle : il ne sert qu’à ce contrôle.',
  },
  en: {
    none: 'There is no fairness audit: the data name no groups.',
    held: '**All fairness bounds are held.**',
    broken: '**Some fairness bounds are broken.**',
    attribute: {
      held: (label) => `${label}: bounds held`,
      broken: (label) => `${label}: bounds broken`,
    },
    bound: (measure, found, bound) => `${measure} ${found} (bound ${bound})`,
    measures: {
      selectionRateRatio: 'ratio of grants between groups',
      truePositiveRateGap: 'gap of refused defaults',
      falsePositiveRateGap: 'gap of refused good clients',
      calibrationGap: 'calibration gap',
    },
    unknown: 'unknown',
    sex: 'Sex is never a feature of the model: it serves this audit alone.',
  },
}

const attributeMessages: Record<Attribute['attribute'], MessageKey> = {
  sex: 'model.fairness.sex',
  ageBand: 'model.fairness.age',
  familyStatus: 'model.fairness.family',
}

/** Which fairness bounds are held, and by how much those that are not are broken. */
export function sayFairness(fairness: FairnessAudit | null, context: AnswerContext): string {
  const say = words[context.language]
  if (!fairness) return [say.none, say.sex].join(' ')
  const isHeld = fairness.attributes.every(({ bounds }) => bounds.every(({ held }) => held))
  return [
    isHeld ? say.held : say.broken,
    fairness.attributes.map((attribute) => `- ${sayAttribute(attribute, context)}`).join('\n'),
    say.sex,
  ].join('\n\n')
}

function sayAttribute({ attribute, bounds }: Attribute, context: AnswerContext): string {
  const say = words[context.language]
  const label = formatMessage(context.language, attributeMessages[attribute])
  const broken = bounds.filter(({ held }) => !held)
  const parts = (broken.length > 0 ? broken : bounds).map((bound) => sayBound(bound, context))
  return [say.attribute[broken.length > 0 ? 'broken' : 'held'](label), ...parts].join(
    context.language === 'fr' ? ' ; ' : '; ',
  )
}

function sayBound({ measure, found, bound }: Bound, { language, format }: AnswerContext): string {
  const say = words[language]
  const shown = found === null ? say.unknown : format.decimal(found, 3)
  return say.bound(say.measures[measure], shown, format.plain(bound))
}
