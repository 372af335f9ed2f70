import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { LOCALES, type Localized } from '@/lib/core/content/content'
import { choiceLetter, type ComputedQuestion } from '@/lib/core/quiz/quiz'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isSealed } from './is-sealed'
import { isComputed, openQuiz, type OpenConcept, type OpenQuestion } from './open-quiz'

export type PublicConcept = {
  kind: 'concept'
  id: string
  mode: 'choice' | 'typed' | 'cloze'
  tags: string[]
  /** HTML by language. Nothing here says what is right. */
  sides: Localized<{ front: string; choices: { letter: string; html: string }[] }>
}

export type PublicQuestion = ComputedQuestion | PublicConcept

export type QuizView = {
  link: string
  title: string
  isOwn: boolean
  minutes: number | null
  questions: PublicQuestion[]
  withheld: number
}

/** The questions of a quiz, the same for everybody who has its link, within what they may read. */
export async function getQuiz(
  store: Store,
  actor: SignedIn,
  { link }: { link: string },
  now: number,
): Promise<Result<QuizView>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const quiz = await store.quizzes.findByLink(link)
  if (quiz === null) return fail('not-found')
  if (await isSealed(store, actor, quiz, now)) return fail('conflict', { reason: 'taken-in-class' })
  const { questions, withheld } = await openQuiz(store, actor, quiz)
  return ok({
    link,
    title: quiz.title,
    isOwn: quiz.ownerId === actor.userId,
    minutes: quiz.definition.minutes,
    questions: questions.map(publicQuestion),
    withheld,
  })
}

export const publicQuestion = (open: OpenQuestion): PublicQuestion =>
  isComputed(open) ? open.question : publicConcept(open)

function publicConcept({ question, content, choices }: OpenConcept): PublicConcept {
  const { id, mode, tags, face } = question
  const rendered = content.cards.find(({ ord }) => ord === face.ord)
  const sides: PublicConcept['sides'] = {}
  for (const locale of LOCALES) {
    const side = rendered?.sides[locale]
    if (side === undefined) continue
    sides[locale] = {
      front: side.front,
      choices: choices.map((choice, index) => ({
        letter: choiceLetter(index),
        html: choice.content.cards.find(({ ord }) => ord === choice.face.ord)?.sides[locale]?.back ?? '',
      })),
    }
  }
  return { kind: 'concept', id, mode, tags, sides }
}
