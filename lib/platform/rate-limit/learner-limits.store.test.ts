import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as sendAttempts } from '@/app/api/v1/attempts/route'
import { GET as readDeckFile } from '@/app/api/v1/decks/[slug]/file/route'
import { GET as readDeck } from '@/app/api/v1/decks/[slug]/route'
import { POST as sendEvents } from '@/app/api/v1/events/route'
import { POST as makeQuiz } from '@/app/api/v1/quizzes/route'
import { openTestHouse, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import { findDeclaration } from '@/lib/platform/door/declaration'
import { ATTEMPTS_LIMIT, DECK_READ_LIMIT, DECK_READ_LIMIT_SIGNED_IN, QUIZ_LIMIT } from './learner-limits'

const DECK = { path: '/api/v1/decks/none', params: { slug: 'none' } }

describe('what a learner asks of the house', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse('sqlite')
  })
  afterAll(() => house.close())

  /** What the door said to each of so many requests, the last one alone. */
  async function last(times: number, ask: () => Promise<{ status: number; headers: Headers }>) {
    for (let n = 1; n < times; n++) expect((await ask()).status, `request ${n}`).not.toBe(429)
    return ask()
  }
  const attempts = (of: Caller) =>
    of.send(sendAttempts, {
      method: 'POST',
      body: { learner: of.userId, sentAt: Date.now(), attempts: [] },
    })

  it('is answered to a phone that comes home with ten thousand worked exercises', async () => {
    const phone = await house.guest()
    expect((await last(10_000 / 50, () => attempts(phone))).status).toBe(200)
  })

  it.each([
    ['attempts', ATTEMPTS_LIMIT, attempts],
    ['quizzes', QUIZ_LIMIT, (of: Caller) => of.send(makeQuiz, { method: 'POST', body: {} })],
    ['a deck', DECK_READ_LIMIT_SIGNED_IN, (of: Caller) => of.send(readDeck, DECK)],
    ['a deck’s file', DECK_READ_LIMIT_SIGNED_IN, (of: Caller) => of.send(readDeckFile, DECK)],
  ] as const)('but %s not without end, and of one account alone', async (_, limit, ask) => {
    const [flood, other] = [await house.account(), await house.account()]
    const refused = await last(limit.points + 1, () => ask(flood))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(limit.seconds - 60)
    expect((await ask(other)).status).not.toBe(429)
  })

  it('and a deck to a stranger, counted by address, both ways of reading it together', async () => {
    const from = (address: string) => ({ ...DECK, headers: { 'x-forwarded-for': address } })
    const both = async () => {
      await house.nobody.send(readDeckFile, from('192.0.2.9'))
      return house.nobody.send(readDeck, from('192.0.2.9'))
    }
    expect((await last(DECK_READ_LIMIT.points / 2 + 1, both)).status).toBe(429)
    expect((await house.nobody.send(readDeck, from('192.0.2.10'))).status).toBe(404)
  })

  it('except its answers, which are never counted', () => {
    expect(findDeclaration(sendEvents)).not.toHaveProperty('limit')
    expect(findDeclaration(sendEvents)).not.toHaveProperty('limitSignedIn')
  })
})
