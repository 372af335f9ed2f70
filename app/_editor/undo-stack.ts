import type { NoteOperation } from '@/lib/authoring/drafts/note-operation'

/** What takes one change back, or makes it again: a list of requests, each a list of operations. */
export type Step = NoteOperation[][]

type Kept = { past: Step[]; future: Step[] }

const PREFIX = 'unroll.undo '
const MOST = 100

/** Changes of notes, back and forth. Kept as long as the tab, so that a reload takes nothing away from it. */
export class UndoStack {
  private kept: Kept
  private readonly key: string

  constructor(userId: string, slug: string) {
    this.key = `${PREFIX}${userId} ${slug}`
    this.kept = read(this.key)
  }

  get canUndo(): boolean {
    return this.kept.past.length > 0
  }

  get canRedo(): boolean {
    return this.kept.future.length > 0
  }

  /** Something new was done: what had been taken back before cannot be made again. */
  did(undo: Step): void {
    this.keep({ past: [...this.kept.past, undo].slice(-MOST), future: [] })
  }

  last(way: 'undo' | 'redo'): Step | undefined {
    return (way === 'undo' ? this.kept.past : this.kept.future).at(-1)
  }

  /** The last step was made: what reverses it, and what of it is still to be made. */
  made(way: 'undo' | 'redo', reverse: Step, left: Step): void {
    const { past, future } = this.kept
    const [from, to] = way === 'undo' ? [past, future] : [future, past]
    const rest = left.length > 0 ? [...from.slice(0, -1), left] : from.slice(0, -1)
    const other = reverse.length > 0 ? [...to, reverse] : to
    this.keep(way === 'undo' ? { past: rest, future: other } : { past: other, future: rest })
  }

  private keep(kept: Kept): void {
    this.kept = kept
    quietly(() => sessionStorage.setItem(this.key, JSON.stringify(kept)))
  }
}

/** When their author leaves this browser. */
export function wipeUndoStacks(): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  })
}

function read(key: string): Kept {
  let kept: Kept = { past: [], future: [] }
  quietly(() => {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    if (isKept(stored)) kept = stored
  })
  return kept
}

/** Written by this page alone, and checked by the server again when it is sent. */
function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'past' in value &&
    Array.isArray(value.past) &&
    'future' in value &&
    Array.isArray(value.future)
  )
}

/** Storage may be full, switched off, or not there at all, as on the server: then it goes with the page. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Nothing to do.
  }
}
