import type { Actor } from '@/lib/core/access/actor'
import type { Localized } from '@/lib/core/content/content'
import { ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findByCode, type CodeInput } from './find-by-code'

export type ClassPreview = {
  id: string
  name: string
  description: string
  /** Names of those who will see what a learner does. */
  instructors: string[]
  decks: Localized<string>[]
  quizzes: string[]
  isMember: boolean
}

/** What a person sees of a class before joining it: whose it is and what it asks now, nobody who learns in it. */
export async function previewClass(
  store: Store,
  actor: Actor,
  input: CodeInput,
  now: number,
): Promise<Result<ClassPreview>> {
  const found = await findByCode(store, actor, input, now)
  if (!found.ok) return found
  const { id, name, description } = found.value
  const [members, assignments] = await Promise.all([
    store.classMembers.listByClass(id),
    store.assignments.listByClass(id),
  ])
  // Whoever has the code reads this: titles of what is to come, or is over, are for who is in the class.
  const asked = assignments.filter(
    ({ startsAt, dueAt }) => (startsAt ?? now) <= now && (dueAt === null || now < dueAt),
  )
  return ok({
    id,
    name,
    description,
    instructors: members.flatMap((member) => (member.role === 'INSTRUCTOR' ? [member.name] : [])),
    decks: asked.flatMap(({ deck }) => (deck ? [deck.title] : [])),
    quizzes: asked.flatMap(({ quiz }) => (quiz ? [quiz.title] : [])),
    isMember: actor.kind === 'user' && members.some(({ userId }) => userId === actor.userId),
  })
}
