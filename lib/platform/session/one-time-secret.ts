import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

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

/** Takes as long however much of the two agrees. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}

/** For a link that its owner may see again: 128 random bits, kept as they are. */
export function newLinkToken(): string {
  return randomBytes(16).toString('base64url')
}
