import type { Outcome, Problem } from '@/lib/core/cells/problem'
import type { Locale } from '@/lib/core/content/content'

const HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }

/** A problem as the API tells it: its code, where it is, and a sentence in the reader's language. */
export function problemJson({ code, at, message }: Problem, locale: Locale): Record<string, string> {
  return { code, ...(at === undefined ? {} : { at }), message: message[locale] }
}

/** 200 with the value, 413 for too much work, 422 for everything else that cannot be computed. */
export function answerOutcome<T>(outcome: Outcome<T>, locale: Locale): Response {
  if (outcome.ok) return new Response(JSON.stringify(outcome.value), { status: 200, headers: HEADERS })
  const status = outcome.problem.code === 'too_large' ? 413 : 422
  const headers = { ...HEADERS, 'content-language': locale }
  return new Response(JSON.stringify({ error: problemJson(outcome.problem, locale) }), { status, headers })
}
