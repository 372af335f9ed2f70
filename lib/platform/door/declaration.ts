import type { Scope } from '@/lib/core/access/actor'
import type { Rule } from '@/lib/core/access/rule'
import type { AttemptLimit } from '@/lib/store/attempt-counts'
import type { z } from 'zod'

/** What a route says of itself: read by the API's description and by the test that no route goes without a rule. */
export type Declaration = {
  rule: Rule
  scope?: Scope
  summary: string
  params?: z.ZodType | undefined
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  answer?: z.ZodType
  example?: string
  rawBody?: string
  maxBytes?: number
  limit?: AttemptLimit
  limitSignedIn?: AttemptLimit
  isOpenToOtherSites?: boolean
  status?: number
}

export type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

const declarations = new WeakMap<object, Declaration>()

export function declare(handler: RouteHandler, declaration: Declaration): RouteHandler {
  declarations.set(handler, declaration)
  return handler
}

/** Null when the handler was not made by `door`. */
export function findDeclaration(handler: unknown): Declaration | null {
  return typeof handler === 'function' ? (declarations.get(handler) ?? null) : null
}
