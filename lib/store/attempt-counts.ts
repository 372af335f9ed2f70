import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from './db'

/** At most `points` in `seconds`, counted from the first. What is refused does not lengthen the wait. */
export type AttemptLimit = { name: string; points: number; seconds: number }

export type AttemptCounts = {
  take(limit: AttemptLimit, key: string, now: number): Promise<{ isAllowed: boolean; waitMs: number }>
  giveBack(limit: AttemptLimit, key: string): Promise<void>
}

/** One process: its own memory is enough, and a restart forgives. */
export function attemptCountsInMemory(): AttemptCounts {
  const counters = new Map<string, RateLimiterMemory>()
  const counterOf = ({ name, points, seconds }: AttemptLimit) => {
    // Strangers may have fewer points than who is signed in, under one name.
    const limit = `${name} ${points} ${seconds}`
    let counter = counters.get(limit)
    if (!counter)
      counters.set(limit, (counter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })))
    return counter
  }
  return {
    async take(limit, key) {
      try {
        const { msBeforeNext } = await counterOf(limit).consume(key)
        return { isAllowed: true, waitMs: msBeforeNext }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { isAllowed: false, waitMs: refused.msBeforeNext }
      }
    },
    async giveBack(limit, key) {
      await counterOf(limit).reward(key)
    },
  }
}

/** Several processes: one row a key, counted in one statement. */
export function attemptCountsInTable(db: Db): AttemptCounts {
  return {
    async take(limit, key, now) {
      if (Math.random() < 0.01) await db.attemptCount.deleteMany({ where: { endsAt: { lt: now } } })
      const row = `${limit.name}:${key}`
      const endsAt = now + limit.seconds * 1_000
      const [counted] = await db.$queryRaw<{ points: number; endsAt: bigint }[]>`
        INSERT INTO "AttemptCount" AS counted ("key", "points", "endsAt") VALUES (${row}, 1, ${endsAt})
        ON CONFLICT ("key") DO UPDATE SET
          "points" = CASE WHEN counted."endsAt" <= ${now} THEN 1 ELSE counted."points" + 1 END,
          "endsAt" = CASE WHEN counted."endsAt" <= ${now} THEN ${endsAt} ELSE counted."endsAt" END
        RETURNING "points", "endsAt"`
      return { isAllowed: counted.points <= limit.points, waitMs: Number(counted.endsAt) - now }
    },
    async giveBack(limit, key) {
      const row = `${limit.name}:${key}`
      await db.attemptCount.updateMany({
        where: { key: row, points: { gt: 0 } },
        data: { points: { decrement: 1 } },
      })
    },
  }
}
