import { sessionCookie } from '@/lib/platform/session/session-cookie'
import type { Visitor } from './find-visitor'

const RENEW_AFTER_MS = 30 * 24 * 60 * 60_000

/** A guest's progress lives in this cookie: whoever keeps coming must not lose it when its year ends. */
export async function renewSessionCookie(
  { claims }: Visitor,
  headers: Headers,
  answer: Response,
  now: number,
): Promise<void> {
  if (claims === null || now - claims.issuedAt < RENEW_AFTER_MS || answer.headers.has('set-cookie')) return
  answer.headers.append('set-cookie', await sessionCookie(headers, claims))
}
