'use client'

import { useEffect, useEffectEvent, useMemo, type RefObject } from 'react'
import type { Grade } from '@/lib/core/memory/study-event'
import { showingSeed } from '@/lib/core/exercises/exercise-card'
import { poseShowing, type ShownExercise } from '@/lib/core/exercises/pose-showing'
import { proposeGrade } from '@/lib/core/exercises/propose-grade'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { addAttempt, sendAttempts } from '../_exercise/attempt-outbox'
import { ExerciseSheet } from '../_exercise/exercise-sheet'
import { useAttempt } from '../_exercise/use-attempt'
import { useFormulas } from '../_lab/use-formulas'
import type { CurrentCard } from '../_study/review-session'
import type { StudyState } from '../_study/study-state'
import { reviewText } from '../_text/review'
import { CardLine } from './card-line'

/** What a worked exercise brings to its grade. */
export type WorkedCard = { attemptId: string; proposed: Grade }

type ExerciseStageProps = {
  current: CurrentCard
  study: StudyState
  onWorked: (worked: WorkedCard) => void
  question: RefObject<HTMLElement | null>
}

/** An exercise that is due: new numbers at each showing, checked here, its attempt kept, a grade proposed. */
export default function ExerciseStage({ current, study, onWorked, question }: ExerciseStageProps) {
  const text = useText(reviewText)
  const learner = study.pack.learner.id
  const seed = showingSeed(learner, current.card.id, current.memory.showing)
  const shown = useMemo(() => poseShowing(current.card, seed), [current.card, seed])
  return (
    <div className="px-5 pt-6 pb-10 sm:pt-10">
      <article className="mx-auto max-w-[42rem]">
        <CardLine current={current} study={study} />
        <section ref={question} tabIndex={-1} aria-label={text.question} className="outline-none">
          {shown === null ? (
            <p>{text.unknownExercise}</p>
          ) : (
            <Worked current={current} learner={learner} onWorked={onWorked} shown={shown} />
          )}
        </section>
      </article>
    </div>
  )
}

function Worked({
  current,
  learner,
  onWorked,
  shown: { exercise, form, seconds },
}: Pick<ExerciseStageProps, 'current' | 'onWorked'> & { learner: string; shown: ShownExercise }) {
  const formulas = useFormulas(current.card.formulas ?? {}, texOfExercise(exercise))
  const attempt = useAttempt({
    learner,
    context: 'REVIEW',
    exercise,
    form,
    onFinish: (finished) => {
      addAttempt(learner, finished)
      void sendAttempts(learner)
    },
  })
  const { state, outcome } = attempt

  const tellWorked = useEffectEvent(() => {
    // Also after a reload or an undo: the draft knows what was worked.
    if (outcome === null || state.finishedAt === null) return
    const millis = state.finishedAt - state.startedAt
    onWorked({ attemptId: state.id, proposed: proposeGrade(outcome, state.countedHints, millis, seconds) })
  })
  // Once for each attempt: what comes of it does not change with the handler.
  useEffect(() => tellWorked(), [outcome, state.id])

  return <ExerciseSheet exercise={exercise} form={form} attempt={attempt} formulas={formulas} />
}
