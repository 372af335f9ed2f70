import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { z } from 'zod'
import english from 'zod/v4/locales/en.js'
import chinese from 'zod/v4/locales/zh-CN.js'
import { storable } from './storable'

const ERRORS = { en: english().localeError, zh: chinese().localeError }

/** Fits the schema, or a message for each field that does not, in the reader's language. */
export function parseWith<S extends z.ZodType>(
  schema: S,
  input: unknown,
  locale: Locale,
): Result<z.output<S>> {
  const sent = storable(input)
  if (sent === undefined && input !== undefined) return fail('bad-request')
  const parsed = schema.safeParse(sent, { error: ERRORS[locale] })
  if (parsed.success) return ok(parsed.data)
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const at = issue.path.join('.') || '(body)'
    fields[at] ??= issue.message
  }
  return fail('bad-request', { reason: 'fields', fields })
}

export function queryObject(url: string): Record<string, string | string[]> {
  const start = url.indexOf('?')
  if (start === -1) return {}
  const query = new Map<string, string | string[]>() // a key may be called __proto__
  for (const [key, value] of new URLSearchParams(url.slice(start + 1))) {
    const before = query.get(key)
    query.set(
      key,
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value],
    )
  }
  return Object.fromEntries(query)
}
