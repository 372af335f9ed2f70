import type { DraftHead } from '@/lib/authoring/drafts/list-draft'
import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import { publishableWords } from '@/lib/core/content/draft-of-note'
import { excerptOfDraft } from '@/lib/core/content/excerpt-of-draft'
import { localesOfDraft } from '@/lib/core/content/locales-of-draft'
import type { SessionState } from './note-session'

/** A note's row while it is being written. */
export function headOfDraft({ id, draft, base }: SessionState, before: DraftHead | undefined): DraftHead {
  const { kind, tags, fields, exercise } = publishableWords(draft)
  return {
    id,
    key: base?.key ?? before?.key ?? '',
    kind,
    tags,
    state: base?.state ?? before?.state ?? 'new',
    isMoved: before?.isMoved ?? false,
    isUnfinished: cardsOfNote(kind, fields).problems.length > 0,
    draftVersion: base?.draftVersion ?? 0,
    revision: base?.revision ?? before?.revision ?? 0,
    savedBy: base?.savedBy ?? before?.savedBy ?? null,
    locales: localesOfDraft({ kind, fields, exercise }),
    excerpt: excerptOfDraft({ kind, fields, exercise }),
    reports: before?.reports ?? 0,
    isFlagged: before?.isFlagged ?? false,
  }
}
