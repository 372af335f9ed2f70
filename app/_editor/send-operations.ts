import type { ChangedNote } from '@/lib/authoring/drafts/change-notes'
import type { NoteOperation } from '@/lib/authoring/drafts/note-operation'
import { callApi } from '../_api/call-api'
import type { Step } from './undo-stack'

/** As many notes as the server takes at once. */
const MAX_IDS = 500

/** One change in requests that the server takes; a move keeps the notes' order. */
export function inRequests(operations: NoteOperation[]): Step {
  return operations.flatMap(inParts).map((operation) => [operation])
}

function inParts(operation: NoteOperation): NoteOperation[] {
  const parts: NoteOperation[] = []
  for (let at = 0; at < operation.ids.length; at += MAX_IDS) {
    const ids = operation.ids.slice(at, at + MAX_IDS)
    const before = operation.ids[at - 1]
    parts.push(
      operation.do === 'move' && before !== undefined
        ? { ...operation, ids, after: before }
        : { ...operation, ids },
    )
  }
  return parts
}

export type Sent = {
  /** What reverses what was made. */
  reverse: Step
  /** What was not made because a request failed, and why. */
  left: Step
  failure: string | null
}

/** One request after the other; `onMade` shows each before the next is sent. */
export async function sendOperations(
  slug: string,
  requests: Step,
  onMade: (operations: NoteOperation[], notes: ChangedNote[]) => Promise<void>,
): Promise<Sent> {
  const reverse: Step = []
  for (const [at, operations] of requests.entries()) {
    const answer = await callApi<{ notes: ChangedNote[]; undo: NoteOperation[] }>(
      'POST',
      `/decks/${slug}/draft/operations`,
      { operations },
    )
    if (!answer.ok) return { reverse, left: requests.slice(at), failure: answer.message }
    if (answer.value.undo.length > 0) reverse.unshift(answer.value.undo)
    await onMade(operations, answer.value.notes)
  }
  return { reverse, left: [], failure: null }
}
