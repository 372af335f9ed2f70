'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { textOf } from '../_api/use-submit'
import { classDeskText } from '../_text/class-desk'
import { Field } from '../_ui/field'
import { fromLocalTime, toLocalTime } from './local-time'

type Dates = { startsAt: number | null; dueAt: number | null; examAt?: number | null }

/** When it starts, is due and, of a deck, is examined. */
export function DateFields({
  dates,
  hasExam,
  errors,
}: {
  dates: Dates
  hasExam: boolean
  errors: Record<string, string>
}) {
  const text = useText(classDeskText)
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          type="datetime-local"
          name="startsAt"
          label={text.startsAt}
          hint={text.startsHint}
          defaultValue={toLocalTime(dates.startsAt)}
          error={errors.startsAt}
        />
        <Field
          type="datetime-local"
          name="dueAt"
          label={text.dueAt}
          hint={text.dueHint}
          defaultValue={toLocalTime(dates.dueAt)}
          error={errors.dueAt}
        />
        {hasExam ? (
          <Field
            type="datetime-local"
            name="examAt"
            label={text.examAt}
            hint={text.examHint}
            defaultValue={toLocalTime(dates.examAt ?? null)}
            error={errors.examAt}
          />
        ) : null}
      </div>
      <p className="text-soft text-sm">{text.localTime}</p>
    </>
  )
}

export const readDates = (form: FormData) => ({
  startsAt: fromLocalTime(textOf(form, 'startsAt')),
  dueAt: fromLocalTime(textOf(form, 'dueAt')),
})

export const readExam = (form: FormData) => ({ examAt: fromLocalTime(textOf(form, 'examAt')) })
