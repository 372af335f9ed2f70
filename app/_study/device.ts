/**
 * The few words that a browser remembers outside the learner's database: whose database to open before the server
 * has been asked (a cold start without a network), whose may still hold unsent events, and how wrong the clock is.
 */
const CURRENT = 'unroll.learner'
const KNOWN = 'unroll.learners'
const CLOCK = 'unroll.clock'

export const device = {
  currentLearner: () => read(CURRENT),

  setCurrentLearner(id: string) {
    write(CURRENT, id)
    write(KNOWN, [...new Set([...device.knownLearners(), id])].join(' '))
  },

  knownLearners: () => (read(KNOWN) ?? '').split(' ').filter(Boolean),

  forgetLearner(id: string) {
    const others = device.knownLearners().filter((known) => known !== id)
    write(KNOWN, others.length > 0 ? others.join(' ') : null)
    if (device.currentLearner() === id) write(CURRENT, null)
  },

  clockOffsetMs: () => Number(read(CLOCK) ?? 0) || 0,
  setClockOffsetMs: (ms: number) => write(CLOCK, ms === 0 ? null : String(ms)),
}

// Storage may be switched off; then each start asks the server first.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Nothing to do: the replica itself does not depend on it.
  }
}
