/** Endings that a stem written with `*` takes, of French and English verbs and adjectives. */
export const inflections: readonly string[] = (
  ' s x e es ee ees er ez ent ons ait ais aient iez ions ant ants ante antes era erai erais erait eraient erons eront ' +
  'ir it is ie ies i ing ed d r rs re rait raient rai ra t te tes eur eurs euse ment'
).split(' ')
