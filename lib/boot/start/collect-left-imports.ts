import { currentTime } from '@/lib/platform/clock'
import { getLog } from '@/lib/platform/log'
import type { Store } from '@/lib/store/store'

const HOUR = 3_600_000
/** An import is given up when nothing was heard of it for two minutes: a restart may well be quicker. */
const SOON = 3 * 60_000

/** What the server before was killed over is put right whether or not its owner comes to look; then once an hour. */
export function collectLeftImports(
  store: Store,
  recover: (store: Store, now: number) => Promise<number>,
): void {
  const run = async () => {
    const imports = await recover(store, currentTime())
    if (imports > 0) getLog().info({ imports }, 'Imports that were left half-way were put right')
  }
  const runOrLog = () =>
    void run().catch((err: unknown) => getLog().error({ err }, 'Looking for imports left half-way failed'))
  runOrLog()
  setTimeout(runOrLog, SOON).unref()
  setInterval(runOrLog, HOUR).unref()
}
