import { hash, randomBytes } from 'node:crypto'

/** What every token begins with, so that a search for leaked secrets finds it. */
export const tokenPrefix = 'pad_'

/** A new token: 256 random bits. */
export function createToken(): string {
  return tokenPrefix + randomBytes(32).toString('base64url')
}

/** What is kept of a token. No salt: nobody guesses 256 bits. */
export function hashToken(token: string): string {
  return hash('sha256', token)
}
