import type { Metadata } from 'next'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'
import { listRuns } from '@/lib/practice/quiz/list-runs'
import { QuizForm } from '../../_quiz/quiz-form'
import { QuizHistory } from '../../_quiz/quiz-history'
import { quizText } from '../../_text/quiz'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await pageDoor('signed-in')
  return { title: getText(quizText, locale).title }
}

export default async function QuizPage() {
  const { store, actor, learner, locale, now } = await pageDoor('signed-in')
  const text = getText(quizText, locale)
  const history = await listRuns(store, actor, undefined, now)
  if (!history.ok) throw new Error(history.code)
  return (
    <div className="grid gap-12">
      <div>
        <PageHeader title={text.title} lead={text.lead} />
        <QuizForm />
      </div>
      <QuizHistory runs={history.value.runs} locale={locale} timeZone={learner.timeZone} />
    </div>
  )
}
