import type { ErrorCode } from '@/lib/core/result'

export const STATUS: Record<ErrorCode, number> = {
  'bad-request': 400,
  'sign-in-required': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'wrong-learner': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unreadable: 415,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
}
