'use client'

import { useContext } from 'react'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { useFormPrefix } from './form-prefix'
import { FormProblems, idOfPlace } from './form-problems'
import { placeName } from './place-name'

const MOST_SHOWN = 12

/** Everything that keeps the exercise from being published; each leads to its field. */
export function ProblemList() {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const prefix = useFormPrefix()
  const problems = useContext(FormProblems)
  if (problems.length === 0) {
    return (
      <p role="status" className="text-good font-medium">
        <span aria-hidden="true">✓ </span>
        {text.ready}
      </p>
    )
  }
  const goTo = (at: string, inLocale: 'en' | 'zh' | undefined) => {
    const field =
      document.getElementById(idOfPlace(prefix, at, inLocale)) ??
      document.getElementById(idOfPlace(prefix, at))
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }
  return (
    <div role="status" className="grid gap-2">
      <p className="text-danger font-medium">{text.unready(problems.length)}</p>
      <ul className="grid gap-1.5 text-sm">
        {problems.slice(0, MOST_SHOWN).map((problem) => (
          <li key={`${problem.at} ${problem.locale ?? ''} ${problem.message.en}`}>
            <button
              type="button"
              onClick={() => goTo(problem.at, problem.locale)}
              className="text-accent min-h-6 text-start underline underline-offset-3"
            >
              {placeName(problem.at, text)}
              {problem.locale ? ` · ${text.language[problem.locale]}` : ''}
            </button>{' '}
            {problem.message[locale]}
          </li>
        ))}
      </ul>
    </div>
  )
}
