/**
 * Imports under way in this process: how far each is, and the one that has its turn. Files are read one after the
 * other: a second thread beside it would take from the learners, not from the waiting.
 */
type Running = { stage: ImportStage; done: number; total: number; settled: Promise<void> }

export type ImportStage = 'waiting' | 'reading' | 'comparing' | 'rendering' | 'revealing'

export type ImportProgress = Pick<Running, 'stage' | 'done' | 'total'>

const kept = globalThis as unknown as { [RUNNING]?: Map<string, Running>; [TURN]?: Promise<void> } // survives a reload in development
const RUNNING = Symbol.for('unroll.imports')
const TURN = Symbol.for('unroll.imports.turn')

const running = () => (kept[RUNNING] ??= new Map<string, Running>())

export function progressOf(userId: string, id: string): ImportProgress | null {
  const found = running().get(`${userId} ${id}`)
  return found ? { stage: found.stage, done: found.done, total: found.total } : null
}

export const isRunning = (userId: string, id: string): boolean => running().has(`${userId} ${id}`)

export type Report = (stage: ImportStage, done?: number, total?: number) => void

/** Runs when its turn has come; never rejects for what `work` expects. */
export function runInTurn(
  userId: string,
  id: string,
  work: (report: Report) => Promise<void>,
): Promise<void> {
  const key = `${userId} ${id}`
  const report: Report = (stage, done = 0, total = 0) => {
    const own = running().get(key)
    if (own) Object.assign(own, { stage, done, total })
  }
  const turn = (kept[TURN] ?? Promise.resolve()).then(() => work(report))
  const settled = turn.finally(() => running().delete(key))
  running().set(key, { stage: 'waiting', done: 0, total: 0, settled })
  kept[TURN] = settled.catch(() => undefined)
  return settled
}

/** Until what runs now has ended: for tests, and for a server that stops. */
export const importsSettled = async (): Promise<void> => {
  while (running().size > 0) await Promise.allSettled([...running().values()].map(({ settled }) => settled))
}
