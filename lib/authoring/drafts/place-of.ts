import type { PlacedNote } from '@/lib/core/content/place-notes'
import type { DraftNoteRow } from '@/lib/store/notes'

/** Where a note stands in its authors' order. */
export const placeOf = ({ id, position, draftPosition }: DraftNoteRow): PlacedNote => ({
  id,
  place: draftPosition ?? position,
})
