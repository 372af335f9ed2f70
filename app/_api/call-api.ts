import { apiText } from '../_text/api'
import { getText } from '@/lib/platform/i18n/get-text'
import type { Locale } from '@/lib/core/content/content'
import type { ErrorCode } from '@/lib/core/result'

export type ApiFailure = {
  ok: false
  status: number
  code: ErrorCode | 'offline' | 'surprise'
  /** A sentence in the reader's language, to be shown as it is. */
  message: string
  /** What is wrong with a field, by its name in the request. */
  fields: Record<string, string>
  detail?: unknown
}

export type ApiAnswer<T> = { ok: true; value: T } | ApiFailure

/** A lost network, a server that starts again and a limit that was reached pass by themselves; a refusal does not. */
export const isPassing = ({ status }: ApiFailure): boolean => status === 0 || status === 429 || status >= 500

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

function pageLocale(): Locale {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Of a request that does not fit the schema each field's own message; of a broken rule the one field it names. */
function fieldsOf(error: Record<string, unknown> | undefined): Record<string, string> {
  const detail = error?.detail
  if (!isRecord(detail)) return {}
  if (typeof detail.field === 'string' && typeof error?.message === 'string')
    return { [detail.field]: error.message }
  if (!isRecord(detail.fields)) return {}
  const texts = Object.entries(detail.fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(texts)
}

/**
 * One request to /api/v1 as the reader who is signed in here. Never throws: a lost network is a failure like any
 * other, so a form keeps what was typed and shows the message. The caller names the type of the answer, as the
 * route's schema (GET /api/v1/openapi.json) states it.
 */
export function callApi<T = unknown>(method: Method, path: string, body?: unknown): Promise<ApiAnswer<T>> {
  return request(method, path, body === undefined ? null : 'application/json', JSON.stringify(body))
}

/** The same for a file, which is sent as it is. */
export function sendBytes<T = unknown>(path: string, bytes: Blob): Promise<ApiAnswer<T>> {
  return request('POST', path, 'application/octet-stream', bytes)
}

async function request<T>(
  method: Method,
  path: string,
  type: string | null,
  body: BodyInit | undefined,
): Promise<ApiAnswer<T>> {
  const text = getText(apiText, pageLocale())
  let response: Response
  let answer: unknown
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: type === null ? {} : { 'content-type': type },
      body,
    })
    answer = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  } catch {
    return { ok: false, status: 0, code: 'offline', message: text.offline, fields: {} }
  }
  if (response.ok) return { ok: true, value: answer as T } // the border: the server's schema is the promise
  const error = isRecord(answer) && isRecord(answer.error) ? answer.error : undefined
  return {
    ok: false,
    status: response.status,
    code: typeof error?.code === 'string' ? (error.code as ErrorCode) : 'surprise', // the door's own union
    message: typeof error?.message === 'string' ? error.message : text.surprise,
    fields: fieldsOf(error),
    detail: error?.detail,
  }
}
