'use client'

import { useMemo } from 'react'
import { findExercise, getExercise } from '@/lib/core/exercises/exercise-registry'
import { keptExercise } from '@/lib/core/exercises/make-exercise'
import { poseShowing } from '@/lib/core/exercises/pose-showing'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PastAttempt } from '@/lib/practice/get-attempt'
import { exerciseText } from '../_text/exercise'
import { ButtonLink } from '../_ui/button-link'
import { PageHeader } from '../_ui/page-header'
import { ReviewedExercise } from './reviewed-exercise'
import { writeVariant } from './variant-link'

/** One worked exercise as it was: its numbers, the answers, the verdicts. */
export function PastAttemptView({ past, timeZone }: { past: PastAttempt; timeZone: string }) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const { attempt } = past
  const exercise = useMemo(() => poseAgain(past), [past])
  const house = findExercise(attempt.exercise)
  const { rung, form, seed, outcome, hints } = attempt
  return (
    <div>
      <PageHeader
        title={house?.name[locale] ?? text.past.title}
        lead={text.past.lead(formatDateTime(locale, attempt.finishedAt, timeZone))}
      />
      <p className="mb-6 text-lg">
        {text.finished[outcome]}
        {hints > 0 ? <span className="text-soft ms-3 text-base">{text.past.hints(hints)}</span> : null}
      </p>
      {exercise === null ? (
        <p>{text.past.gone}</p>
      ) : (
        <ReviewedExercise exercise={exercise} form={form} responses={attempt.responses} />
      )}
      {house === null || exercise === null || house.generatorVersion !== attempt.generatorVersion ? null : (
        <div className="mt-10">
          <ButtonLink href={writeVariant({ exercise: house.id, rung, form, seed })}>
            {text.past.again}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}

function poseAgain({ attempt, holder, isThere }: PastAttempt) {
  if (!isThere) return null
  if (holder !== null) return poseShowing(holder, attempt.seed)?.exercise ?? null
  return keptExercise(getExercise(attempt.exercise), attempt.rung, attempt.seed, attempt.numbers)
}
