import type { NoteDraft } from '@/lib/core/content/content'
import type { NoteAction } from './note-operation'

export type NoteStanding = { draft: NoteDraft; isDeleted: boolean }

/** A note after one change, with what undoes it; null when it is so already. */
export function withOperation(
  { draft, isDeleted }: NoteStanding,
  action: Exclude<NoteAction, { do: 'move' }>,
): (NoteStanding & { undo: NoteAction }) | null {
  switch (action.do) {
    case 'add-tags': {
      const added = [...new Set(action.tags)].filter((tag) => !draft.tags.includes(tag))
      if (added.length === 0) return null
      const tags = [...draft.tags, ...added]
      return { draft: { ...draft, tags }, isDeleted, undo: { do: 'remove-tags', tags: added } }
    }
    case 'remove-tags': {
      const removed = draft.tags.filter((tag) => action.tags.includes(tag))
      if (removed.length === 0) return null
      const tags = draft.tags.filter((tag) => !removed.includes(tag))
      return { draft: { ...draft, tags }, isDeleted, undo: { do: 'add-tags', tags: removed } }
    }
    case 'set-kind':
      if (draft.kind === action.kind) return null
      return { draft: { ...draft, kind: action.kind }, isDeleted, undo: { do: 'set-kind', kind: draft.kind } }
    case 'delete':
      return isDeleted ? null : { draft, isDeleted: true, undo: { do: 'restore' } }
    case 'restore':
      return isDeleted ? { draft, isDeleted: false, undo: { do: 'delete' } } : null
  }
}
