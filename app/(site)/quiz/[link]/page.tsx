import type { Metadata } from 'next'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'
import { findRunToShow } from '@/lib/practice/quiz/find-run-to-show'
import { getQuiz } from '@/lib/practice/quiz/get-quiz'
import { QuizDesk } from '../../../_quiz/quiz-desk'
import { renderQuiz } from '../../../_quiz/render-quiz'
import { valueOrNotFound } from '../../../_shell/value-or-not-found'
import { quizText } from '../../../_text/quiz'

type QuizPageProps = {
  params: Promise<{ link: string }>
  searchParams: Promise<{ run?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageDoor('signed-in')
  return { title: getText(quizText, locale).title }
}

export default async function TakeQuizPage({ params, searchParams }: QuizPageProps) {
  const { store, actor, learner, locale, now } = await pageDoor('signed-in')
  const { link } = await params
  const quiz = valueOrNotFound(await getQuiz(store, actor, { link }, now))
  const { run } = await searchParams
  const named = typeof run === 'string' ? run : null
  const shown = valueOrNotFound(await findRunToShow(store, actor, { link, named, locale }, now))
  return <QuizDesk learner={learner.id} quiz={quiz} run={shown} formulas={renderQuiz(quiz.questions)} />
}
