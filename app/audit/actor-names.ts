/** How a list calls those whom the log knows by an id alone: `user:ID` and `token:ID`, each with its name. */
export interface ActorNames {
  people: Record<string, string>
  tokens: Record<string, string>
}

/** Names of accounts and tokens, by what the log calls them. */
export function nameActors(
  users: readonly { userId: string; name: string }[],
  tokens: readonly { tokenId: string; name: string }[],
): ActorNames {
  return {
    people: Object.fromEntries(users.map(({ userId, name }) => [`user:${userId}`, name])),
    tokens: Object.fromEntries(tokens.map(({ tokenId, name }) => [`token:${tokenId}`, name])),
  }
}
