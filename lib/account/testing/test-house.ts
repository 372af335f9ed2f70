import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Role, Scope } from '@/lib/core/access/actor'
import type { RouteHandler } from '@/lib/platform/door/declaration'
import { newSecret } from '@/lib/platform/session/one-time-secret'
import { sessionCookie } from '@/lib/platform/session/session-cookie'
import { newId } from '@/lib/platform/new-id'
import type { DatabaseKind } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore } from '@/lib/store/testing/open-test-store'
import { beginAsGuest } from '../begin-as-guest'
import { makeLearner } from '../make-learner'
import { openSession } from '../open-session'

export const ORIGIN = 'http://localhost:3000'
export const PASSWORD = 'lantern-river-42'

export type Sent = {
  method?: string
  path?: string
  params?: unknown
  body?: unknown
  headers?: Record<string, string>
}
/** `body` is what the test expects of it: a test of another shape fails by itself. */
export type Answer<T> = { status: number; body: T; headers: Headers }
export type ErrorBody = { error: { code: string; message: string; detail?: Record<string, unknown> } }

/** A browser or script: it keeps the session cookie that it is given. */
export type Caller = {
  userId: string
  sessionId: string
  cookie: string
  send<T = ErrorBody>(handler: RouteHandler, sent?: Sent): Promise<Answer<T>>
}

export type TestHouse = {
  store: Store
  nobody: Caller
  guest(): Promise<Caller>
  account(given?: { role?: Role; email?: string; passwordHash?: string }): Promise<Caller>
  /** Another browser of the same person. */
  again(caller: Caller, guestSessionId?: string): Promise<Caller>
  withToken(caller: Caller, scopes: Scope[]): Promise<Caller>
  close(): Promise<void>
}

/** The doors on a real, empty store, called as Next calls them. */
export async function openTestHouse(kind: DatabaseKind): Promise<TestHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-house-'))
  Object.assign(process.env, {
    DATA_DIR: folder,
    SESSION_SECRET: 'a secret for tests, forty characters or so',
    LOG_LEVEL: 'silent',
  })
  const { store, remove } = await openTestStore(kind)
  Object.assign(globalThis, { [Symbol.for('unroll.store')]: Promise.resolve(store) })
  const now = Date.now()
  const signedIn = async (userId: string, isGuest: boolean, guestSessionId: string | null = null) => {
    const sessionId = await openSession(store, { id: userId, guest: isGuest }, 'Test/1.0', now)
    return caller(userId, sessionId, await cookieOf(sessionId, guestSessionId))
  }
  return {
    store,
    nobody: caller('', '', ''),
    async guest() {
      const { userId, sessionId } = await beginAsGuest(
        store,
        { locale: 'en', timeZone: 'UTC', userAgent: '' },
        now,
      )
      return caller(userId, sessionId, await cookieOf(sessionId, null))
    },
    async account({ role = 'LEARNER', email, passwordHash } = {}) {
      const address = email ?? `${newId(now)}@example.org`
      const learner = {
        name: 'Anna',
        locale: 'en',
        timeZone: 'UTC',
        guest: false,
        role,
        email: address,
      } as const
      const user = await makeLearner(store, { ...learner, ...(passwordHash && { passwordHash }) }, now)
      return signedIn(user.id, false)
    },
    again: (other, guestSessionId) => signedIn(other.userId, false, guestSessionId ?? null),
    async withToken(other, scopes) {
      const { secret, hash } = newSecret('unroll_')
      const row = {
        id: newId(now),
        userId: other.userId,
        name: 'script',
        hash,
        scopes,
        createdAt: now,
        expiresAt: null,
      }
      await store.tokens.create(row)
      return caller(other.userId, '', '', `Bearer ${secret}`)
    },
    async close() {
      await remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function cookieOf(sessionId: string, guestSessionId: string | null): Promise<string> {
  return (await sessionCookie(new Headers(), { sessionId, guestSessionId })).split(';')[0]
}

function caller(userId: string, sessionId: string, cookie: string, authorization?: string): Caller {
  return {
    userId,
    sessionId,
    cookie,
    async send(handler, { method = 'GET', path: at = '/', params, body, headers = {} } = {}) {
      const own: Record<string, string> = { host: 'localhost:3000', ...(cookie !== '' && { cookie }) }
      if (authorization) own['authorization'] = authorization
      else if (method !== 'GET') own['origin'] = ORIGIN
      if (body !== undefined) own['content-type'] = 'application/json'
      const request = new Request(ORIGIN + at, {
        method,
        headers: Object.fromEntries(
          Object.entries({ ...own, ...headers }).filter(([, value]) => value !== ''),
        ),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const answer = await handler(request, { params: Promise.resolve(params ?? {}) })
      const text = await answer.text()
      const isJson = answer.headers.get('content-type')?.includes('json')
      return {
        status: answer.status,
        headers: answer.headers,
        body: isJson && text !== '' ? JSON.parse(text) : text,
      }
    },
  }
}
