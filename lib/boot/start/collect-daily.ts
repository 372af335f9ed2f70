import { currentTime } from '@/lib/platform/clock'
import { getLog } from '@/lib/platform/log'
import type { Store } from '@/lib/store/store'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FACT = 'images-collected-at'

/** While the server runs: once a day, pictures that no deck shows any more. Twice at once would do no harm. */
export function collectDaily(
  store: Store,
  collect: (store: Store, now: number) => Promise<{ links: number; images: number }>,
): void {
  const run = async () => {
    const now = currentTime()
    const last = await store.houseFacts.find<number>(FACT)
    if (last !== null && now - last < DAY) return
    await store.houseFacts.put(FACT, now)
    const collected = await collect(store, now)
    if (collected.links + collected.images > 0) getLog().info(collected, 'Unused pictures were collected')
  }
  const runOrLog = () =>
    void run().catch((err: unknown) => getLog().error({ err }, 'Collecting pictures failed'))
  setTimeout(runOrLog, 60_000).unref()
  setInterval(runOrLog, HOUR).unref()
}
