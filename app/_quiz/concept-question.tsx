'use client'

import { useEffect } from 'react'
import type { QuizAnswer } from '@/lib/core/quiz/quiz'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PublicConcept } from '@/lib/practice/quiz/get-quiz'
import { quizText } from '../_text/quiz'
import { CardSide } from '../_ui/card-side'
import { Field } from '../_ui/field'
import { sideOf } from './side-of'

type ConceptQuestionProps = {
  question: PublicConcept
  answer: QuizAnswer | undefined
  onAnswer: (answer: Pick<QuizAnswer, 'text'>) => void
}

/** A card's front, and four backs or a field below it. */
export function ConceptQuestion({ question, answer, onAnswer }: ConceptQuestionProps) {
  const text = useText(quizText)
  const found = sideOf(question.sides, useLocale())
  if (found === null) return null
  const { side, locale } = found
  return (
    <div className="grid gap-6">
      <CardSide html={side.front} locale={locale} className="max-w-measure text-lg" />
      {question.mode === 'choice' ? (
        <Choices
          letters={side.choices.map(({ letter }) => letter)}
          chosen={answer?.text ?? null}
          name={question.id}
          onChoose={(letter) => onAnswer({ text: letter })}
        >
          {(index) => <CardSide html={side.choices[index].html} locale={locale} className="min-w-0" />}
        </Choices>
      ) : (
        <div className="max-w-md">
          <Field
            label={question.mode === 'cloze' ? text.clozeAnswer : text.yourAnswer}
            hint={text.typeHint}
            value={answer?.text ?? ''}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={300}
            onChange={({ currentTarget }) => onAnswer({ text: currentTarget.value })}
          />
        </div>
      )}
    </div>
  )
}

type ChoicesProps = {
  letters: string[]
  chosen: string | null
  name: string
  onChoose: (letter: string) => void
  children: (index: number) => React.ReactNode
}

/** Radio buttons that the digits choose as well. */
function Choices({ letters, chosen, name, onChoose, children }: ChoicesProps) {
  const text = useText(quizText)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const letter = letters[Number(event.key) - 1]
      if (letter !== undefined) onChoose(letter)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <div role="radiogroup" aria-label={text.chooseAnswer} className="grid gap-2">
      {letters.map((letter, index) => (
        <label
          key={letter}
          className="border-hairline hover:border-ink has-checked:border-accent has-checked:bg-accent-wash flex min-h-12 items-center gap-3 rounded-md border px-4 py-2"
        >
          <input
            type="radio"
            name={name}
            value={letter}
            checked={chosen === letter}
            onChange={() => onChoose(letter)}
            className="size-5 shrink-0"
          />
          <span className="text-soft tabular-nums" aria-hidden="true">
            {index + 1}
          </span>
          {children(index)}
        </label>
      ))}
    </div>
  )
}
