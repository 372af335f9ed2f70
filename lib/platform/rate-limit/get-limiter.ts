import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limit } from './take-from-limit'

export type Limiter = {
  /** Takes one point. What is refused does not lengthen the wait: every window ends. */
  take(key: string): Promise<{ isAllowed: boolean; waitMs: number }>
  /** Gives one point back. */
  giveBack(key: string): Promise<void>
}

const limiters = new Map<string, Limiter>()

export function getLimiter(limit: Limit): Limiter {
  let limiter = limiters.get(limit.name)
  if (!limiter) limiters.set(limit.name, (limiter = makeLimiter(limit)))
  return limiter
}

function makeLimiter({ name, points, seconds }: Limit): Limiter {
  const counter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  return {
    async take(key) {
      try {
        const state = await counter.consume(key)
        return { isAllowed: true, waitMs: state.msBeforeNext }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { isAllowed: false, waitMs: refused.msBeforeNext }
      }
    },
    async giveBack(key) {
      await counter.reward(key)
    },
  }
}
