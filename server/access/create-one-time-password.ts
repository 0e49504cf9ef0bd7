import { randomInt } from 'node:crypto'

/** Small letters and digits that nobody takes for one another when they are read out. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be told once and changed at its first use: 20 characters in groups, 99 bits. */
export function createOneTimePassword(): string {
  const characters = Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)])
  return [0, 5, 10, 15].map((from) => characters.slice(from, from + 5).join('')).join('-')
}
