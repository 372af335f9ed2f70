import { setPriority } from 'node:os'
import type { CheckMessage } from '@/lib/administration/checking/check-message'
import type { DatabasePlace } from '@/lib/store/database-place'
import { checkHouse } from './check-house'

/** Runs in a process of its own, after everybody who studies: reading a whole database takes the processor for itself. */
const YIELDING = 15

const SAY_EVERY_MS = 300
let saidAt = 0

const say = (message: CheckMessage) => process.send?.(message)

process.on('disconnect', () => process.exit()) // without its server there is nobody to tell
process.once('message', (place: DatabasePlace) => {
  setPriority(YIELDING)
  checkHouse(place, (done, total) => {
    if (performance.now() - saidAt < SAY_EVERY_MS) return
    saidAt = performance.now()
    say({ done, total })
  }).then(
    (found) => say({ found }),
    (error: unknown) =>
      say({ why: 'failed', detail: error instanceof Error ? error.message : String(error) }),
  )
})
