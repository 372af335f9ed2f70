'use client'

import Link from 'next/link'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { OwnDeck } from '@/lib/authoring/list-own-decks'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { makeExercise } from '@/lib/core/exercises/make-exercise'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { newSeed } from '../_lab/new-seed'
import { useFormulas } from '../_lab/use-formulas'
import { exerciseText } from '../_text/exercise'
import { Button } from '../_ui/button'
import { PageHeader } from '../_ui/page-header'
import { Select } from '../_ui/select'
import { addAttempt, listWaitingAttempts, sendAttempts } from './attempt-outbox'
import { ExerciseSheet } from './exercise-sheet'
import { KeepInDeck } from './keep-in-deck'
import { readLastSeed, writeLastSeed } from './last-seed'
import { useAttempt } from './use-attempt'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { writeVariant, type Variant } from './variant-link'

type WorksheetProps = {
  learner: string
  variant: Variant
  formulas: Record<string, string>
  /** The learner's own; null for a guest. */
  decks: OwnDeck[] | null
}

/** One exercise of the ladder. Its variant stands in the address: leaving and coming back finds it, with what was typed. */
export function Worksheet(props: WorksheetProps) {
  // Which variant was being worked, and what was typed, only the browser knows.
  return useIsHydrated() ? (
    <OpenWorksheet {...props} />
  ) : (
    <WorksheetHead variant={props.variant} decks={props.decks} />
  )
}

type Seeded = Variant & { seed: string }

function OpenWorksheet({ learner, variant: first, formulas, decks }: WorksheetProps) {
  const withSeed = (wanted: Variant): Seeded => ({
    ...wanted,
    seed: wanted.seed ?? readLastSeed(learner, wanted.exercise, wanted.rung) ?? newSeed(),
  })
  const [variant, setVariant] = useState(() => withSeed(first))
  const { exercise, rung, form, seed } = variant

  useEffect(() => {
    writeLastSeed(learner, exercise, rung, seed)
    window.history.replaceState(null, '', writeVariant({ exercise, rung, form, seed }))
  }, [learner, exercise, rung, form, seed])

  const change = (wanted: Variant) => setVariant(withSeed(wanted))
  return (
    <WorksheetHead variant={variant} decks={decks} onChange={change}>
      <Worked
        key={`${rung} ${form} ${seed}`}
        learner={learner}
        variant={variant}
        formulas={formulas}
        onChange={change}
      />
    </WorksheetHead>
  )
}

function WorksheetHead({
  variant,
  decks,
  onChange,
  children,
}: Pick<WorksheetProps, 'variant' | 'decks'> & {
  onChange?: (variant: Variant) => void
  children?: ReactNode
}) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const skill = getExercise(variant.exercise)
  return (
    <div>
      <PageHeader title={skill.name[locale]} lead={skill.about[locale]} />
      <div className="mb-8 grid gap-4 sm:max-w-lg sm:grid-cols-2">
        {skill.rungs.length > 1 ? (
          <Select
            label={text.level}
            value={String(variant.rung)}
            options={skill.rungs.map(({ name }, index) => ({
              value: String(index + 1),
              label: name[locale],
            }))}
            onChange={({ currentTarget }) =>
              onChange?.({ ...variant, rung: Number(currentTarget.value), seed: null })
            }
          />
        ) : null}
        <Select
          label={text.formName}
          value={variant.form}
          options={(['stepwise', 'hard'] as const).map((value) => ({ value, label: text.form[value] }))}
          onChange={({ currentTarget }) =>
            onChange?.({ ...variant, form: currentTarget.value === 'hard' ? 'hard' : 'stepwise' })
          }
        />
      </div>
      {children}
      <footer className="border-hairline mt-12 flex flex-wrap items-start justify-between gap-x-8 gap-y-4 border-t pt-6">
        <KeepInDeck variant={variant} decks={decks} />
        <Link href="/practice" className="text-accent inline-flex min-h-11 items-center hover:underline">
          {text.backToPractice}
        </Link>
      </footer>
    </div>
  )
}

function Worked({
  learner,
  variant,
  formulas: ahead,
  onChange,
}: Omit<WorksheetProps, 'decks'> & { variant: Seeded; onChange: (variant: Variant) => void }) {
  const text = useText(exerciseText)
  const [waiting, setWaiting] = useState(0)
  const { seed, rung, form } = variant
  const exercise = useMemo(
    () => makeExercise(getExercise(variant.exercise), rung, seed),
    [variant.exercise, rung, seed],
  )
  const formulas = useFormulas(ahead, texOfExercise(exercise))
  const attempt = useAttempt({
    learner,
    context: 'PRACTICE',
    exercise,
    form,
    onFinish: (finished) => {
      addAttempt(learner, finished)
      void sendAttempts(learner).then(setWaiting)
    },
  })

  useEffect(() => {
    const send = () => void sendAttempts(learner).then(setWaiting)
    if (listWaitingAttempts(learner).length > 0) send()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [learner])

  return (
    <div className="grid gap-6">
      <ExerciseSheet exercise={exercise} form={form} attempt={attempt} formulas={formulas} />
      {waiting > 0 ? <p role="status">{text.waiting(waiting)}</p> : null}
      {attempt.outcome === null ? null : (
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={() => onChange({ ...variant, seed: newSeed() })}>
            {text.newNumbers}
          </Button>
          <Button onClick={attempt.again}>{text.sameAgain}</Button>
        </div>
      )}
    </div>
  )
}
