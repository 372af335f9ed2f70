'use client'

import { useRouter } from 'next/navigation'
import { QUIZ_CELLS, QUIZ_DIFFICULTIES, QUIZ_SKILLS } from '@/lib/core/quiz/quiz'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { quizText } from '../_text/quiz'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'

const COUNTS = ['5', '10', '15', '20']
const MINUTES = ['5', '10', '20', '30', '45']

/** What a new quiz should ask. */
export function QuizForm() {
  const text = useText(quizText)
  const router = useRouter()
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) => {
      const minutes = textOf(form, 'minutes')
      return callApi<{ link: string }>('POST', '/quizzes', {
        title: textOf(form, 'title'),
        cells: form.getAll('cells'),
        skills: form.getAll('skills'),
        count: Number(textOf(form, 'count')),
        difficulty: textOf(form, 'difficulty'),
        minutes: minutes === '' ? null : Number(minutes),
        isWorstFirst: form.has('isWorstFirst'),
      })
    },
    ({ link }) => {
      router.push(`/quiz/${link}`)
      return 'stay-busy'
    },
  )
  return (
    <form onSubmit={onSubmit} className="grid max-w-2xl gap-6">
      <Checks
        name="cells"
        legend={text.cells}
        options={QUIZ_CELLS.map((value) => ({ value, label: text.cellNames[value] }))}
        error={fields.cells ? text.chooseOne : null}
      />
      <Checks
        name="skills"
        legend={text.skills}
        options={QUIZ_SKILLS.map((value) => ({ value, label: text.skillNames[value] }))}
        off={['steps', 'backprop']}
        error={fields.skills ? text.chooseOne : null}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Select
          name="count"
          label={text.count}
          defaultValue="10"
          options={COUNTS.map((value) => ({ value, label: value }))}
        />
        <Select
          name="minutes"
          label={text.time}
          defaultValue=""
          options={[
            { value: '', label: text.noLimit },
            ...MINUTES.map((value) => ({ value, label: text.minutes(Number(value)) })),
          ]}
        />
        <Select
          name="difficulty"
          label={text.difficulty}
          defaultValue="easy"
          options={QUIZ_DIFFICULTIES.map((value) => ({ value, label: text.difficultyNames[value] }))}
        />
        <Field name="title" label={text.name} hint={text.nameHint} maxLength={100} autoComplete="off" />
      </div>
      <label className="flex min-h-11 items-start gap-3">
        <input type="checkbox" name="isWorstFirst" className="mt-0.5 size-5 shrink-0" />
        <span className="grid gap-0.5">
          {text.worst}
          <span className="text-soft text-sm">{text.worstHint}</span>
        </span>
      </label>
      <div className="grid justify-items-start gap-2">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {text.make}
        </Button>
        <StatusLine tone="danger">{message}</StatusLine>
      </div>
    </form>
  )
}

type ChecksProps = {
  name: string
  legend: string
  options: { value: string; label: string }[]
  /** Not ticked at first. */
  off?: readonly string[]
  error: string | null
}

function Checks({ name, legend, options, off = [], error }: ChecksProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-2.5">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={!off.includes(value)}
              className="size-5 shrink-0"
            />
            {label}
          </label>
        ))}
      </div>
      <StatusLine tone="danger">{error}</StatusLine>
    </fieldset>
  )
}
