import { createHash } from 'node:crypto'
import type { DeckRow } from '@/lib/store/decks'
import type { DraftNoteRow } from '@/lib/store/notes'

/** Another one as soon as anything was drafted or published since: what is published is what its author looked at. */
export function fingerprintOfDraft({ version, draft }: DeckRow, rows: DraftNoteRow[]): string {
  const notes = rows.map((row) => [row.id, row.draftVersion, row.draftPosition, row.revision, row.deletedAt])
  return createHash('sha256')
    .update(JSON.stringify([version, draft, notes]))
    .digest('base64url')
    .slice(0, 22)
}
