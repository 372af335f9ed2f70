import { randomUUID } from 'node:crypto'
import type { Actor, Scope } from '@/lib/core/access/actor'
import type { Learner } from '@/lib/core/access/learner'
import { refusalOf, type Admitted, type Rule } from '@/lib/core/access/rule'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Failure, type Result } from '@/lib/core/result'
import { currentTime } from '@/lib/platform/clock'
import { getEnvironment } from '@/lib/platform/env'
import { getLog } from '@/lib/platform/log'
import { takeFromLimit } from '@/lib/platform/rate-limit/take-from-limit'
import type { SessionClaims } from '@/lib/platform/session/session-token'
import { getStore } from '@/lib/store/get-store'
import type { AttemptLimit } from '@/lib/store/attempt-counts'
import type { Store } from '@/lib/store/store'
import type { z } from 'zod'
import { answerFailure, answerSurprise, answerValue } from './answer'
import { clientAddress } from './client-address'
import { declare, type Declaration, type RouteHandler } from './declaration'
import { findVisitor, type Visitor } from './find-visitor'
import { isOwnOrigin } from './is-own-origin'
import { forgetLeft } from './left-session'
import { parseWith, queryObject } from './parse'
import { readBytes, readJsonBody } from './read-body'
import { readerLocale } from './reader-locale'
import { renewSessionCookie } from './renew-session-cookie'

const DEFAULT_MAX_BYTES = 1024 * 1024

type Output<S> = S extends z.ZodType ? z.output<S> : undefined

export type Entry<R extends Rule, P, Q, B> = {
  store: Store
  actor: Admitted<R>
  /** Who is signed in, with their settings. */
  learner: R extends 'anyone' ? Learner | null : Learner
  claims: SessionClaims | null
  params: Output<P>
  query: Output<Q>
  body: Output<B>
  /** The raw body of a route that declares no schema for it, at most maxBytes. */
  bytes: () => Promise<Result<Uint8Array>>
  locale: Locale
  now: number
  address: string
  request: Request
}

export type DoorSpec<R extends Rule, P, Q, B, T> = {
  rule: R
  /** The scope that opens this door to API tokens; without it only a browser's session does. */
  scope?: Scope
  /** One line for the API's description. */
  summary: string
  params?: P
  query?: Q
  body?: B
  /** A worked command, for the API's description. */
  example?: string
  /** The success's schema, for the API's description only: rooms are trusted. */
  answer?: z.ZodType
  /** What a raw body is, for the API's description. */
  rawBody?: string
  maxBytes?: number
  limit?: AttemptLimit
  /** Stands in for `limit` for who is signed in or brings a token. */
  limitSignedIn?: AttemptLimit
  /** Pages of any site may call it, without cookies; only for what reads and changes nothing of anybody's. */
  isOpenToOtherSites?: boolean
  /** 200 when left out; an undefined value is answered 204. */
  status?: number
  handler: (entry: Entry<R, P, Q, B>) => Promise<Result<T> | Response> | Result<T> | Response
}

/**
 * The one way into the house: it finds out who asks, refuses what the rule, the origin or the limit forbids, parses
 * strictly, asks one room, and turns the room's Result into an answer in the reader's language. What a room throws
 * is a surprise: logged once with an id, and shown with that id alone.
 */
export function door<
  R extends Rule,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  T = unknown,
>(spec: DoorSpec<R, P, Q, B, T>): RouteHandler {
  const handle: RouteHandler = async (request, context) => {
    let locale: Locale = 'en'
    try {
      const now = currentTime()
      const store = await getStore()
      const visited = await findVisitor(store, request.headers, now)
      const visitor = visited.ok ? visited.value : null
      locale = readerLocale(request.headers, visitor?.learner ?? null)
      if (!visited.ok) return answerFailure(visited, locale)
      const { actor, learner } = visited.value

      const refusal = findRefusal(spec, request, visited.value)
      if (refusal) return answerFailure(refusal, locale)
      const address = clientAddress(request.headers)
      const taken = await takeForActor(store, spec, actor, address, now)
      if (!taken.ok) return answerFailure(taken, locale)

      const input = await readInput(spec, request, context, locale)
      if (!input.ok) return answerFailure(input, locale)
      const entry = {
        store,
        actor,
        learner,
        claims: visited.value.claims,
        ...input.value,
        bytes: () => readBytes(request, spec.maxBytes ?? DEFAULT_MAX_BYTES),
        locale,
        now,
        address,
        request,
      }
      // The rule has let this actor in, and the schemas have made these values: the compiler cannot follow either.
      const result = await spec.handler(entry as unknown as Entry<R, P, Q, B>)
      const answer =
        result instanceof Response
          ? result
          : result.ok
            ? answerValue(result.value, spec.status ?? 200)
            : answerFailure(result, locale)
      await renewSessionCookie(visited.value, request.headers, answer, now)
      forgetLeft(request.headers, answer)
      return answer
    } catch (error) {
      const id = randomUUID()
      getLog().error(
        { id, err: error, method: request.method, path: new URL(request.url).pathname },
        'surprise',
      )
      return answerSurprise(id, locale)
    }
  }
  return declare(spec.isOpenToOtherSites ? openToOtherSites(handle) : handle, spec)
}

/** A class may sit behind one address; whoever makes themselves a hundred guests has no more than this many. */
const GUESTS_OF_AN_ADDRESS = 10

/** By who it is; guests, of whom anybody may have as many as they like, by where they come from too. */
async function takeForActor(
  store: Store,
  { limit, limitSignedIn = limit }: Pick<Declaration, 'limit' | 'limitSignedIn'>,
  actor: Actor,
  address: string,
  now: number,
): Promise<Result<undefined>> {
  if (actor.kind === 'nobody') return limit ? takeFromLimit(store, limit, address, now) : ok(undefined)
  if (!limitSignedIn) return ok(undefined)
  const own = await takeFromLimit(store, limitSignedIn, actor.userId, now)
  if (!own.ok || !actor.guest) return own
  // As so many strangers, where strangers have a limit of their own.
  const { name, points, seconds } = limit ?? limitSignedIn
  const ofAll = { name: `${name}-guests`, points: points * GUESTS_OF_AN_ADDRESS, seconds }
  return takeFromLimit(store, ofAll, address, now)
}

/** Every answer, a refusal too, may be read by pages of other sites. */
function openToOtherSites(handle: RouteHandler): RouteHandler {
  return async (request, context) => {
    const answer = await handle(request, context)
    answer.headers.set('access-control-allow-origin', '*')
    answer.headers.set('access-control-expose-headers', 'retry-after')
    return answer
  }
}

function findRefusal(
  { rule, scope, isOpenToOtherSites }: { rule: Rule; scope?: Scope; isOpenToOtherSites?: boolean },
  request: Request,
  visitor: Visitor,
): Failure | null {
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
  // Nobody's writes (sign up, claim, reset) act on this browser too, so only token bearers need no origin.
  const isByToken = visitor.actor.kind === 'user' && visitor.claims === null
  if (
    isWrite &&
    !isByToken &&
    !isOpenToOtherSites &&
    !isOwnOrigin(request.headers, getEnvironment().PUBLIC_URL)
  ) {
    return fail('foreign-origin')
  }
  const refusal = refusalOf(rule, scope, visitor.actor)
  if (!refusal) return null
  return 'reason' in refusal ? fail(refusal.code, { reason: refusal.reason }) : fail(refusal.code)
}

type AnySpec = {
  params?: z.ZodType | undefined
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  maxBytes?: number
}

async function readInput(
  spec: AnySpec,
  request: Request,
  context: { params: Promise<unknown> },
  locale: Locale,
): Promise<Result<{ params: unknown; query: unknown; body: unknown }>> {
  const input: { params: unknown; query: unknown; body: unknown } = {
    params: undefined,
    query: undefined,
    body: undefined,
  }
  if (spec.params) {
    const params = parseWith(spec.params, await context.params, locale)
    if (!params.ok) return fail('not-found') // an id that cannot be one names nothing
    input.params = params.value
  }
  if (spec.query) {
    const query = parseWith(spec.query, queryObject(request.url), locale)
    if (!query.ok) return query
    input.query = query.value
  }
  if (spec.body) {
    const json = await readJsonBody(request, spec.maxBytes ?? DEFAULT_MAX_BYTES)
    if (!json.ok) return json
    const body = parseWith(spec.body, json.value, locale)
    if (!body.ok) return body
    input.body = body.value
  }
  return ok(input)
}
