/** How a note's draft differs from what learners have. `deleted` ones stay in the list until they are published away. */
export type DraftState = 'new' | 'changed' | 'deleted' | 'published'

export type DraftColumnsOfNote = {
  /** 0: never published. */
  revision: number
  deletedAt: number | null
  draft: unknown
  draftDeletedAt: number | null
}

export function draftStateOf({ revision, deletedAt, draft, draftDeletedAt }: DraftColumnsOfNote): DraftState {
  if (draftDeletedAt !== null) return 'deleted'
  if (revision === 0 || deletedAt !== null) return 'new'
  return draft === null ? 'published' : 'changed'
}
