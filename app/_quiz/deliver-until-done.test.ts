import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deliverUntilDone, outcomeOf, type Outcome } from './deliver-until-done'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A server that is away for the first attempts, each of which takes its time to fail. */
function server(failures: number, tookMs: number) {
  const attempts: number[] = []
  const deliver = async (): Promise<Outcome> => {
    const nth = attempts.push(Date.now())
    await new Promise((done) => setTimeout(done, tookMs))
    return nth <= failures ? 'later' : 'done'
  }
  return { attempts, deliver }
}

test('the network that comes back while an attempt is still failing is not missed', async () => {
  const { attempts, deliver } = server(1, 5_000)
  deliverUntilDone(deliver, 0)
  await vi.advanceTimersByTimeAsync(2_000)
  window.dispatchEvent(new Event('online'))
  expect(attempts).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(3_200)
  expect(attempts).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(100_000)
  expect(attempts).toHaveLength(2)
})

test('a server that starts again is asked again without any sign from the browser', async () => {
  const { attempts, deliver } = server(3, 10)
  deliverUntilDone(deliver, 0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(attempts).toHaveLength(4)
})

test('a refusal is final, and who stops it is obeyed', async () => {
  let asked = 0
  deliverUntilDone(async () => (asked++, 'refused'), 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(1)

  const { attempts, deliver } = server(100, 10)
  const stop = deliverUntilDone(deliver, 0)
  await vi.advanceTimersByTimeAsync(500)
  stop()
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(attempts).toHaveLength(1)
})

test.each([
  [0, 'later'],
  [429, 'later'],
  [503, 'later'],
  [400, 'refused'],
  [409, 'refused'],
])('status %i means %s', (status, outcome) => {
  expect(outcomeOf({ ok: false, status, code: 'surprise', message: '', fields: {} })).toBe(outcome)
})
