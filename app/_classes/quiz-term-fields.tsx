'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { textOf } from '../_api/use-submit'
import { classDeskText } from '../_text/class-desk'
import { Select } from '../_ui/select'

const ATTEMPTS = [1, 2, 3, 5, 10]

type Terms = {
  attempts: number | null
  numbers: 'SAME' | 'INDIVIDUAL'
  feedback: 'NOW' | 'AFTER_DUE'
}

/** How often a quiz may be taken, with which numbers, and when its class is told what was right. */
export function QuizTermFields({ terms }: { terms: Terms }) {
  const text = useText(classDeskText)
  const counts = [...new Set([...ATTEMPTS, ...(terms.attempts === null ? [] : [terms.attempts])])]
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Select
        name="attempts"
        label={text.attempts}
        defaultValue={terms.attempts ?? ''}
        options={[
          ...counts.sort((a, b) => a - b).map((n) => ({ value: String(n), label: text.attemptChoice(n) })),
          { value: '', label: text.unlimited },
        ]}
      />
      <Select
        name="numbers"
        label={text.numbers}
        hint={text.numbersHint}
        defaultValue={terms.numbers}
        options={[
          { value: 'SAME', label: text.numbersChoice.SAME },
          { value: 'INDIVIDUAL', label: text.numbersChoice.INDIVIDUAL },
        ]}
      />
      <div className="sm:col-span-2">
        <Select
          name="feedback"
          label={text.feedback}
          hint={text.feedbackHint}
          defaultValue={terms.feedback}
          options={[
            { value: 'NOW', label: text.feedbackChoice.NOW },
            { value: 'AFTER_DUE', label: text.feedbackChoice.AFTER_DUE },
          ]}
        />
      </div>
    </div>
  )
}

export function readTerms(form: FormData) {
  const attempts = textOf(form, 'attempts')
  return {
    attempts: attempts === '' ? null : Number(attempts),
    numbers: textOf(form, 'numbers'),
    feedback: textOf(form, 'feedback'),
  }
}
