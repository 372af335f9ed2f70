import type { Locale } from '@/lib/core/content/content'
import type { Failure } from '@/lib/core/result'
import { errorMessage } from '@/lib/platform/errors/messages'
import { STATUS } from '@/lib/platform/errors/status'

/** Answers are of one person unless a route says otherwise: no cache may keep them. */
export const NO_STORE = { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }

export function answerValue(value: unknown, status: number): Response {
  return value === undefined
    ? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
    : new Response(JSON.stringify(value), { status, headers: NO_STORE })
}

export function answerFailure(failure: Failure, locale: Locale): Response {
  const { code, detail } = failure
  const error = {
    code,
    message: errorMessage(code, detail, locale),
    ...(detail === undefined ? {} : { detail }),
  }
  const headers: Record<string, string> = { ...NO_STORE, 'content-language': locale }
  const wait = code === 'too-many' ? secondsOf(detail) : undefined
  if (wait !== undefined) headers['retry-after'] = String(wait)
  return new Response(JSON.stringify({ error }), { status: STATUS[code], headers })
}

export function answerSurprise(id: string, locale: Locale): Response {
  const error = { code: 'surprise', message: errorMessage('surprise', undefined, locale), id }
  return new Response(JSON.stringify({ error }), { status: 500, headers: NO_STORE })
}

function secondsOf(detail: unknown): number | undefined {
  if (typeof detail !== 'object' || detail === null || !('retryAfterSeconds' in detail)) return undefined
  return typeof detail.retryAfterSeconds === 'number' ? detail.retryAfterSeconds : undefined
}
