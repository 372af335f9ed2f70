'use client'

import type { FeedbackTest, FormulaExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { feedbackFor } from '@/lib/core/authored-exercises/run-tests'
import { useContext } from 'react'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { describeTest } from './describe-test'
import { FormProblems, idOfPlace } from './form-problems'
import { FormSection } from './form-section'
import { useFormPrefix } from './form-prefix'
import { without } from './list-change'
import { RowFrame } from './row-frame'

type TestListProps = { definition: FormulaExercise; onChange: (tests: FeedbackTest[]) => void }

/** What must keep getting the feedback that it gets, and whether it does. */
export function TestList({ definition, onChange }: TestListProps) {
  const text = useText(exerciseFormText)
  const locale = useLocale()
  const prefix = useFormPrefix()
  const problems = useContext(FormProblems)
  const { tests } = definition
  return (
    <FormSection title={text.tests} lead={text.testsLead}>
      {tests.length === 0 ? <p className="text-soft text-sm">{text.noTests}</p> : null}
      {tests.map((test, n) => {
        const problem = problems.find(({ at }) => at === `tests.${n}`)
        // Nothing is said of a test while the exercise cannot be computed.
        const isRun = feedbackFor(definition, test) !== null
        return (
          <RowFrame key={n} name={text.nth(text.tests, n + 1)} onRemove={() => onChange(without(tests, n))}>
            <div
              id={idOfPlace(prefix, `tests.${n}`)}
              tabIndex={-1}
              className="flex min-h-11 flex-wrap items-center gap-x-3 text-sm"
            >
              <span>{describeTest(definition, test, locale, text)}</span>
              {problem ? (
                <span className="text-danger">≠ {problem.message[locale]}</span>
              ) : isRun ? (
                <span className="text-good">✓ {text.passes}</span>
              ) : null}
            </div>
          </RowFrame>
        )
      })}
    </FormSection>
  )
}
