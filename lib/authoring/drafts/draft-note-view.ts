import type { SignedIn } from '@/lib/core/access/actor'
import { draftStateOf, type DraftState } from '@/lib/core/content/draft-state'
import { draftOfContent } from '@/lib/core/content/draft-of-note'
import type { Locale, NoteDraft, RenderedCard } from '@/lib/core/content/content'
import type { NoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { tellProblems, type ToldProblem } from '../note-problem-text'
import { checkDraft } from './check-draft'

export type SavedBy = { name: string; isYou: boolean; at: number }

export type DraftNoteView = NoteDraft & {
  id: string
  key: string
  state: DraftState
  /** Goes with the next save: it is refused when somebody else saved in between. */
  draftVersion: number
  /** The published revision; 0 before the first publication. */
  revision: number
  savedBy: SavedBy | null
  /** What learners have, where the draft says something else. */
  published: NoteDraft | null
  /** As learners would see it. */
  cards: RenderedCard[]
  /** What keeps it from being published; a draft is saved with them. */
  problems: ToldProblem[]
}

export async function viewDraftNote(
  store: Store,
  actor: SignedIn,
  row: NoteRow,
  locale: Locale,
): Promise<DraftNoteView | null> {
  const published = row.published && draftOfContent(row.published)
  const draft = row.draft ?? published
  if (draft === null) return null
  const { content, problems } = await checkDraft(store, actor, draft)
  const names = await store.users.listNames(row.draftById === null ? [] : [row.draftById])
  const { id, key, draftVersion, revision } = row
  return {
    ...draft,
    id,
    key,
    state: draftStateOf(row),
    draftVersion,
    revision,
    savedBy: savedBy(row, names, actor),
    published: row.draft === null ? null : published,
    cards: content.cards,
    problems: tellProblems(problems, locale),
  }
}

export function savedBy(
  { draftById, draftAt }: Pick<NoteRow, 'draftById' | 'draftAt'>,
  names: Map<string, string>,
  actor: SignedIn,
): SavedBy | null {
  if (draftById === null || draftAt === null) return null
  return { name: names.get(draftById) ?? '', isYou: draftById === actor.userId, at: draftAt }
}
