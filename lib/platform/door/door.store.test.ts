import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestHouse, ORIGIN, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import { fail, ok } from '@/lib/core/result'
import { encode } from 'next-auth/jwt'
import { databaseKinds } from '@/lib/store/database-place'
import { door } from './door'

const body = z.strictObject({ name: z.string().min(2), age: z.number().int() })
const echo = door({
  rule: 'anyone',
  summary: 'Echo.',
  body,
  maxBytes: 200,
  handler: (entry) => ok(entry.body),
})
const query = door({
  rule: 'anyone',
  summary: 'Query.',
  query: z.strictObject({ page: z.coerce.number().int().default(1) }),
  handler: (entry) => ok(entry.query),
})
const limited = door({
  rule: 'anyone',
  summary: 'Limited.',
  limit: { name: 'door-test', points: 2, seconds: 60 },
  handler: () => ok({ done: true }),
})
const surprise = door({
  rule: 'anyone',
  summary: 'Surprise.',
  handler: () => {
    throw new Error('the database is at /secret/place')
  },
})
const whoami = door({
  rule: 'anyone',
  summary: 'Who.',
  handler: ({ learner, locale }) => ok({ learner, locale }),
})
const refusing = door({
  rule: 'anyone',
  summary: 'No.',
  handler: () => fail('conflict', { reason: 'email-taken' }),
})

describe.each(databaseKinds)('the door on %s', (kind) => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse(kind)
  })
  afterAll(() => house.close())

  const post = (sent: object, headers = {}) =>
    house.nobody.send(echo, { method: 'POST', body: sent, headers })
  const chinese = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' }

  it('takes exactly what the schema says', async () => {
    expect(await post({ name: 'Ada', age: 36 })).toMatchObject({
      status: 200,
      body: { name: 'Ada', age: 36 },
    })
    expect((await post({ name: 'Ada', age: 36, role: 'ADMIN' })).status).toBe(400)
    expect(await house.nobody.send(query, { path: '/x?page=3' })).toMatchObject({ body: { page: 3 } })
    expect((await house.nobody.send(query, { path: '/x?page=3&sudo=1' })).status).toBe(400)
  })

  it('names every field that is wrong, in the reader’s language', async () => {
    const english = await post({ name: 'A', age: 'old' })
    expect(english.status).toBe(400)
    expect(english.body.error.message).toBe('Some fields are missing or not right.')
    expect(Object.keys(english.body.error.detail?.fields ?? {})).toEqual(['name', 'age'])
    const other = await post({ name: 'A', age: 'old' }, chinese)
    expect(other.headers.get('content-language')).toBe('zh')
    expect(other.body.error.message).toBe('部分字段缺失或有误。')
    expect(JSON.stringify(other.body.error.detail)).toMatch(/\p{Script=Han}/u)
    expect(await house.nobody.send(refusing, { headers: chinese })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', message: '该邮箱已注册过账号。' } },
    })
  })

  it('reads JSON alone, and no more of it than it should', async () => {
    const send = (text: string, headers: Record<string, string>) =>
      echo(
        new Request(ORIGIN, {
          method: 'POST',
          body: text,
          headers: { host: 'localhost:3000', origin: ORIGIN, ...headers },
        }),
        { params: Promise.resolve({}) },
      )
    const json = { 'content-type': 'application/json' }
    expect((await send('name=Ada', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await send('{"name":', json)).status).toBe(400)
    const long = JSON.stringify({ name: 'x'.repeat(300), age: 1 })
    expect((await send(long, json)).status).toBe(413)
    expect((await send(long, { ...json, 'content-length': String(long.length) })).status).toBe(413)
  })

  it('counts, says how long to wait, and lets others in meanwhile', async () => {
    const visit = (address: string) => house.nobody.send(limited, { headers: { 'x-forwarded-for': address } })
    expect((await visit('192.0.2.1')).status).toBe(200)
    expect((await visit('192.0.2.1')).status).toBe(200)
    const third = await visit('192.0.2.1')
    expect(third.status).toBe(429)
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(50)
    expect((await visit('192.0.2.2')).status).toBe(200)
  })

  it('gives whoever makes themselves many guests no more than a class has behind one address', async () => {
    const address = '192.0.2.77'
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) {
      const guest = await house.guest()
      const visit = () => guest.send(limited, { headers: { 'x-forwarded-for': address } })
      statuses.push((await visit()).status, (await visit()).status)
      if (n === 0) expect((await visit()).status).toBe(429)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429])
    const elsewhere = { 'x-forwarded-for': '192.0.2.78' }
    expect((await (await house.guest()).send(limited, { headers: elsewhere })).status).toBe(200)
    const account = await house.account()
    expect((await account.send(limited, { headers: { 'x-forwarded-for': address } })).status).toBe(200)
  })

  it('shows a surprise by its number and nothing else', async () => {
    const { status, body } = await house.nobody.send<{ error: { id: string } }>(surprise)
    expect(status).toBe(500)
    expect(body.error.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(JSON.stringify(body)).not.toContain('secret')
  })

  it('lets no cache keep an answer', async () => {
    for (const handler of [whoami, refusing, surprise]) {
      const { headers } = await house.nobody.send(handler)
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  describe('knows its visitors', () => {
    type Who = { learner: { id: string; swipes: boolean; guest: boolean } | null; locale: string }
    const who = async (caller: Caller, headers = {}) => (await caller.send<Who>(whoami, { headers })).body

    it('from the row of the session, as it is now', async () => {
      const guest = await house.guest()
      expect((await who(guest)).learner).toMatchObject({ id: guest.userId, guest: true, swipes: true })
      await house.store.users.update(guest.userId, { swipes: false, guest: false, locale: 'zh' })
      expect(await who(guest)).toMatchObject({ learner: { guest: false, swipes: false }, locale: 'zh' })
      expect((await who(guest, { cookie: `${guest.cookie}; unroll.locale=en` })).locale).toBe('en')
      await house.store.sessions.touch(guest.sessionId, Date.now(), Date.now() - 1)
      expect((await who(guest)).learner).toBeNull()
    })

    it('by no cookie that we did not seal', async () => {
      const guest = await house.guest()
      const forged = await encode({
        token: { sid: guest.sessionId },
        secret: 'another secret of forty characters or so',
      })
      expect((await who(house.nobody, { cookie: `unroll.session=${forged}` })).learner).toBeNull()
      expect(
        (await who(house.nobody, { cookie: `unroll.session=${guest.cookie.slice(16, -2)}` })).learner,
      ).toBeNull()
      expect(
        (await who(house.nobody, { cookie: guest.cookie.replace('unroll.', 'xunroll.') })).learner,
      ).toBeNull()
    })

    it('and renews a cookie that grows old, so that a guest who keeps coming keeps everything', async () => {
      const guest = await house.guest()
      expect((await guest.send(whoami)).headers.get('set-cookie')).toBeNull()
      const old = await tokenIssued(guest.sessionId, Date.now() - 40 * 86_400_000)
      const answer = await house.nobody.send<Who>(whoami, { headers: { cookie: `unroll.session=${old}` } })
      const renewed = answer.headers.get('set-cookie') ?? ''
      expect(renewed).toMatch(/^unroll\.session=.*Max-Age=31536000/)
      expect((await who(house.nobody, { cookie: renewed.split(';')[0] })).learner?.id).toBe(guest.userId)
    })
  })
})

/** As next-auth made it then. */
async function tokenIssued(sid: string, atMs: number): Promise<string> {
  const { EncryptJWT } = await import('jose')
  const { hkdf } = await import('node:crypto')
  const key = await new Promise<ArrayBuffer>((resolve, reject) =>
    hkdf(
      'sha256',
      process.env.SESSION_SECRET ?? '',
      '',
      'NextAuth.js Generated Encryption Key',
      32,
      (error, made) => (error ? reject(error) : resolve(made)),
    ),
  )
  return new EncryptJWT({ sid })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(Math.floor(atMs / 1_000))
    .setExpirationTime('2y')
    .encrypt(new Uint8Array(key))
}
