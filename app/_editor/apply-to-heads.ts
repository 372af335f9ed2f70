import type { ChangedNote } from '@/lib/authoring/drafts/change-notes'
import type { DraftHead } from '@/lib/authoring/drafts/list-draft'
import type { NoteOperation } from '@/lib/authoring/drafts/note-operation'

/** The list after a change that the server has made, so that it need not be sent again. */
export function applyToHeads(
  heads: readonly DraftHead[],
  operations: NoteOperation[],
  changed: ChangedNote[],
): DraftHead[] {
  const news = new Map(changed.map((note) => [note.id, note]))
  let list = [...heads]
  for (const operation of operations) {
    const ids = new Set(operation.ids)
    if (operation.do === 'move') {
      const byId = new Map(list.map((head) => [head.id, head]))
      const moving = operation.ids.filter((id) => id !== operation.after).flatMap((id) => byId.get(id) ?? [])
      const rest = list.filter((head) => !moving.includes(head))
      const found = rest.findIndex((head) => head.id === operation.after)
      const index = operation.after === null ? 0 : found === -1 ? rest.length : found + 1
      list = [...rest.slice(0, index), ...moving, ...rest.slice(index)]
    } else list = list.map((head) => (ids.has(head.id) ? changedHead(head, operation) : head))
  }
  return list.map((head) => {
    const note = news.get(head.id)
    return note ? { ...head, draftVersion: note.draftVersion, state: note.state } : head
  })
}

function changedHead(head: DraftHead, operation: NoteOperation): DraftHead {
  switch (operation.do) {
    case 'add-tags':
      return { ...head, tags: [...new Set([...head.tags, ...operation.tags])] }
    case 'remove-tags':
      return { ...head, tags: head.tags.filter((tag) => !operation.tags.includes(tag)) }
    case 'set-kind':
      return { ...head, kind: operation.kind }
    default:
      return head
  }
}
