import { uuidV7 } from '@/lib/core/ids'

let lastMs = 0

/**
 * An id for an event made now. The time inside it never stands still or goes back within a tab, so that ids sort in
 * the order of the presses even when two fall into one millisecond or the clock is set back. Works without
 * crypto.randomUUID, which browsers keep from plain http on a LAN.
 */
export function newEventId(now: number): string {
  lastMs = Math.max(now, lastMs + 1)
  return uuidV7(lastMs, crypto.getRandomValues(new Uint8Array(16)))
}
