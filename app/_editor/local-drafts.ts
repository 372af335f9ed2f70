import type { NoteDraft } from '@/lib/core/content/content'
import { wipeUndoStacks } from './undo-stack'

/**
 * What was typed and is not on the server yet. Written at each key, at once, so that a closed tab or a lost network
 * costs nothing; taken away when the server has it. Keyed by its author, and wiped when they sign out.
 */
export type LocalDraft = {
  id: string
  draft: NoteDraft
  /** The version that it was written on; null when the server has not had the note at all. */
  draftVersion: number | null
  /** Where a new note stands. */
  after: string | null
  at: number
}

const PREFIX = 'unroll.drafts '
const keyOf = (userId: string, slug: string, id: string) => `${PREFIX}${userId} ${slug} ${id}`

export const localDrafts = {
  put(userId: string, slug: string, local: LocalDraft): void {
    quietly(() => localStorage.setItem(keyOf(userId, slug, local.id), JSON.stringify(local)))
  },

  remove(userId: string, slug: string, id: string): void {
    quietly(() => localStorage.removeItem(keyOf(userId, slug, id)))
  },

  /** When the server has it: unless another tab has written something else there meanwhile. */
  removeSaved(userId: string, slug: string, id: string, saved: NoteDraft): void {
    quietly(() => {
      const key = keyOf(userId, slug, id)
      const local: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      if (!isLocalDraft(local) || JSON.stringify(local.draft) === JSON.stringify(saved))
        localStorage.removeItem(key)
    })
  },

  list(userId: string, slug: string): LocalDraft[] {
    const found: LocalDraft[] = []
    quietly(() => {
      for (const key of keysOf(keyOf(userId, slug, ''))) {
        const local: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
        if (isLocalDraft(local)) found.push(local)
      }
    })
    return found.sort((a, b) => a.at - b.at)
  },

  /** When their author leaves this browser. */
  wipe(): void {
    quietly(() => {
      for (const key of keysOf(PREFIX)) localStorage.removeItem(key)
    })
    wipeUndoStacks()
  },
}

const keysOf = (prefix: string) => Object.keys(localStorage).filter((key) => key.startsWith(prefix))

function isLocalDraft(value: unknown): value is LocalDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'draft' in value &&
    'draftVersion' in value
  )
}

/** Storage may be full or switched off: then the server alone keeps what is written. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Nothing to do.
  }
}
