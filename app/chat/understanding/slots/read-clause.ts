import { findMentions } from '../lexicon/find-mentions.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { NumberToken, Token } from '../text/token.ts'
import { clientNouns } from '../words/client-nouns.ts'
import { fillers, ordinaryWords } from '../words/ordinary-words.ts'
import { type Clause, hasCue } from './clause.ts'
import { leaveOutReplaced } from './leave-out-replaced.ts'
import { amounts, readClientIds } from './read-client-ids.ts'
import { readQuantities } from './read-quantities.ts'

/**
 * Finds the names, cues, numbers and clients of a clause.
 *
 * @param afterWhatIf Whether the question before was a what-if: a bare number may go on with its amounts.
 */
export function readClause(tokens: readonly Token[], lexicon: Lexicon, afterWhatIf = false): Clause {
  const mentions = findMentions(tokens, lexicon)
  const found = { tokens, mentions }
  const speaksOfAmounts =
    afterWhatIf ||
    tokens.some(({ text }) => proposing.test(text)) ||
    hasCue(found, 'ifWord', 'simulate', 'yields', 'lowers', 'raises', 'moreThan', 'lessThan', 'money') ||
    mentions.some(({ concept }) => concept.kind === 'field' && amounts.has(concept.field))
  const { clientIds, at } = readClientIds(tokens, mentions, speaksOfAmounts)
  const taken = new Set(at)
  for (const { concept, from, to } of mentions) {
    if (concept.kind === 'cue') continue
    for (let index = from; index < to; index += 1) taken.add(index)
  }
  const numbers = tokens.filter(
    (token, index): token is NumberToken =>
      token.kind === 'number' && token.digits !== null && !countsClients(tokens, index),
  )
  const quantities = readQuantities(found, taken)
  return {
    ...leaveOutReplaced({ ...found, quantities }),
    strayWords: countStrayWords(found, quantities),
    clientIds,
    unknownWords: tokens.filter(
      ({ kind, text }) => kind === 'word' && !lexicon.words.has(text) && !ordinaryWords.has(text),
    ).length,
    digits: numbers.findLast(({ digits }) => digits !== null)?.digits ?? null,
  }
}

const betweenCountAndNoun: ReadonlySet<string> = new Set(['premiers', 'autres', 'other', 'more'])

/** "5 clients", "20 premiers dossiers": so many, not the beginning of their numbers. */
function countsClients(tokens: readonly Token[], index: number): boolean {
  const noun = betweenCountAndNoun.has(tokens[index + 1]?.text ?? '') ? index + 2 : index + 1
  return clientNouns.has(tokens[noun]?.text ?? '')
}

/** "Mets 240000", "240000 instead". */
const proposing = /^(?:plutot|instead|mets|mettez|mettre|put|make|disons)$/

/** Words that a follow-up is put in: "ok et pour les retraités, ça donne quoi ?". */
const followUpWords: ReadonlySet<string> = new Set(
  `et and ou or mais but puis then ensuite sinon ok oui non no not pas plutot rather instead avec with pour for par by sur over a
  than lieu vers envers sans without dans parmi entre comme like si if what how about quoi quel comment quid les des ceux celles
  bon ben euh hein voila svp maintenant only seulement uniquement juste just meme aussi too
  autre autres other others nouveau nouvelle new instead place contre versus par exemple example say disons mettons
  personnes gens people clients client dossier dossiers cas case montant qui dont who whose
  donner donne donnerait donc ca cela faire fait prendre prend prenait prenons passer passe essayer essaie voir vois try see use
  ones one make it that look at go put mets mettre passons prenons take mieux moins bien plutot group groupe
  switch restrict restreins restreindre limite limit filter filtre filtrer remplace remplacer replace choose choisis prends prenez veux
  voudrais want like montre montrez affiche propose proposons offer offre part partons partir let lets going possible ici here down
  avons avez usually generalement habituellement souvent often
  vit vivent habite habitent live lives living home logement show give next list liste
  quelques plusieurs several few first premiers plait
  peut peux can could would serait sera est sont etre`.split(/\s+/),
)

function countStrayWords(
  { tokens, mentions }: Pick<Clause, 'tokens' | 'mentions'>,
  quantities: Clause['quantities'],
): number {
  const parts = [...mentions, ...quantities]
  return tokens.filter(
    ({ kind, text }, index) =>
      kind === 'word' &&
      !fillers.has(text) &&
      !followUpWords.has(text) &&
      !parts.some(({ from, to }) => from <= index && index < to),
  ).length
}
