/** What a list of clients is called. */
export const clientNouns: ReadonlySet<string> = new Set(
  'clients dossiers emprunteurs demandeurs customers applicants borrowers files applications'.split(' '),
)
