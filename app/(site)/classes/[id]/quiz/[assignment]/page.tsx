import { ClassQuizDesk } from '@/app/_classes/class-quiz-desk'
import { renderQuiz } from '@/app/_quiz/render-quiz'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classesText } from '@/app/_text/classes'
import { getClass } from '@/lib/classroom/get-class'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getClassQuiz } from '@/lib/practice/quiz/get-class-quiz'

export const generateMetadata = () => pageTitle(classesText, (text) => text.quizKind)

type Props = {
  params: Promise<{ id: string; assignment: string }>
  searchParams: Promise<{ run?: string | string[] }>
}

export default async function ClassQuizPage({ params, searchParams }: Props) {
  const { store, actor, learner, locale, now } = await pageDoor('signed-in')
  const [{ id, assignment }, { run }] = await Promise.all([params, searchParams])
  const classroom = valueOrNotFound(await getClass(store, actor, { id }, now))
  const asked = { classId: id, assignmentId: assignment, named: typeof run === 'string' ? run : null, locale }
  const view = valueOrNotFound(await getClassQuiz(store, actor, asked, now))
  return (
    <ClassQuizDesk
      learner={learner.id}
      className={classroom.name}
      view={view}
      formulas={renderQuiz(view.quiz.questions)}
      timeZone={learner.timeZone}
    />
  )
}
