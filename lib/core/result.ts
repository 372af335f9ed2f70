/**
 * Expected failures are values; surprises are thrown. Every room answers with a Result, and one table at the
 * door turns a code into a status and a sentence in the reader's language.
 */
export type ErrorCode =
  | 'bad-request' // 400: not JSON, or it does not fit the schema
  | 'sign-in-required' // 401
  | 'forbidden' // 403: seen, but not allowed (what may not be seen is not-found)
  | 'foreign-origin' // 403: a cookie's write from another site
  | 'wrong-learner' // 403: a batch that names another learner than the session's
  | 'not-found' // 404
  | 'conflict' // 409
  | 'too-large' // 413
  | 'unreadable' // 415: a body of a type that the route does not read
  | 'invalid' // 422: well formed, but it breaks a rule; detail says which
  | 'too-many' // 429
  | 'unavailable' // 503

export type Failure = { ok: false; code: ErrorCode; detail?: unknown }
export type Result<T> = { ok: true; value: T } | Failure

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = (code: ErrorCode, detail?: unknown): Failure =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail }
