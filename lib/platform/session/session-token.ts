import { decode, encode } from 'next-auth/jwt'

/**
 * The cookie is next-auth's encrypted JWT and carries ids of sessions alone; everything else is read from the
 * session's row at each request, so that a session that was ended is nobody at once.
 */
export type SessionIds = {
  sessionId: string
  /** The guest's session that this sign-in took the place of: whoever holds it may unite the two. */
  guestSessionId: string | null
}

export type SessionClaims = SessionIds & { issuedAt: number; expiresAt: number }

export const SESSION_SECONDS = 365 * 24 * 60 * 60

/** As next-auth's own callback writes them. */
export function jwtOf({ sessionId, guestSessionId }: SessionIds): { sid: string; guest?: string } {
  return guestSessionId === null ? { sid: sessionId } : { sid: sessionId, guest: guestSessionId }
}

export async function encodeSessionToken(ids: SessionIds, secret: string): Promise<string> {
  return encode({ token: jwtOf(ids), secret, maxAge: SESSION_SECONDS })
}

/** Decrypting costs 0.2 ms with its key derivation and never changes: remembered by the token's text. */
const decoded = new Map<string, SessionClaims>()
const REMEMBERED = 5_000

export async function decodeSessionToken(
  token: string,
  secret: string,
  now: number,
): Promise<SessionClaims | null> {
  const claims = decoded.get(token) ?? (await decodeAnew(token, secret))
  return claims && claims.expiresAt > now ? claims : null
}

async function decodeAnew(token: string, secret: string): Promise<SessionClaims | null> {
  if (token.length > 4_096) return null
  const payload = await decode({ token, secret }).catch(() => null) // not ours, or made under another secret
  if (!payload || typeof payload.sid !== 'string') return null
  const claims = {
    sessionId: payload.sid,
    guestSessionId: typeof payload.guest === 'string' ? payload.guest : null,
    issuedAt: Number(payload.iat) * 1_000,
    expiresAt: Number(payload.exp) * 1_000,
  }
  if (decoded.size >= REMEMBERED) {
    const oldest = decoded.keys().next()
    if (!oldest.done) decoded.delete(oldest.value)
  }
  decoded.set(token, claims)
  return claims
}
