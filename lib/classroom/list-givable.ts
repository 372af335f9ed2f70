import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import { listDecks } from '@/lib/authoring/list-decks'
import type { Store } from '@/lib/store/store'
import { findClass } from './find-class'

export type Givable = {
  decks: { slug: string; title: Localized<string> }[]
  quizzes: { link: string; title: string; questions: number; createdAt: number }[]
}

/** What an instructor can give a class that it does not have: decks that are theirs or everybody's, and their own quizzes. */
export async function listGivable(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
): Promise<Result<Givable>> {
  if (!(await findClass(store, actor, id, 'class.teach'))) return fail('not-found')
  const [offered, quizzes, given] = await Promise.all([
    listDecks(store, actor),
    can(actor, 'study.read', { userId: actor.userId }) ? store.quizzes.listByOwner(actor.userId) : [],
    store.assignments.listByClass(id),
  ])
  if (!offered.ok) return offered
  const has = new Set(given.map(({ deckId }) => deckId))
  const decks = offered.value.decks.filter(
    ({ id: deckId, by, visibility, canEdit }) =>
      !has.has(deckId) && (by === 'house' || visibility === 'PUBLIC' || canEdit),
  )
  return ok({
    decks: decks.map(({ slug, title }) => ({ slug, title })),
    quizzes: quizzes.map(({ link, title, definition, createdAt }) => ({
      link,
      title,
      questions: definition.questions.length,
      createdAt,
    })),
  })
}
