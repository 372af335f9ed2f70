import { createHash, randomBytes } from 'node:crypto'

/**
 * Links and API tokens are 256 random bits: shown once, stored as a plain fast hash that is useless to a thief.
 */
export function newSecret(prefix = ''): { secret: string; hash: string } {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, hash: hashSecret(secret) }
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
