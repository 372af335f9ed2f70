import { sessionCookie } from '@/lib/platform/session/session-cookie'
import type { SessionIds } from '@/lib/platform/session/session-token'
import { answerValue } from './answer'

/** An answer that makes this browser the session's, or (null) nobody's. */
export async function answerWithSession(
  request: Request,
  ids: SessionIds | null,
  value: unknown,
  status = 200,
): Promise<Response> {
  const answer = answerValue(value, status)
  answer.headers.append('set-cookie', await sessionCookie(request.headers, ids))
  if (ids === null) answer.headers.set('clear-site-data', '"cache"')
  return answer
}
