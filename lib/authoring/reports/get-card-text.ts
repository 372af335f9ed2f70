import type { SignedIn } from '@/lib/core/access/actor'
import type { Localized, NoteKind, NoteSource } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableCard } from './find-card'

export type CardText = { kind: NoteKind; revision: number; fields: Localized<NoteSource> }

/** What is written on a card, as its author wrote it: a correction is proposed in the same form. */
export async function getCardText(
  store: Store,
  actor: SignedIn,
  { cardId }: { cardId: string },
): Promise<Result<CardText>> {
  const found = await findReadableCard(store, actor, cardId)
  if (!found?.note.published) return fail('not-found')
  const { kind, fields } = found.note.published
  return ok({ kind, revision: found.note.revision, fields })
}
