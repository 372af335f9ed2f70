'use client'

import { useState } from 'react'
import { findExercise } from '@/lib/core/exercises/exercise-registry'
import { isMissed } from '@/lib/core/quiz/score-quiz'
import { formatShare } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { BroughtForward } from '@/lib/practice/quiz/bring-forward'
import type { QuizView } from '@/lib/practice/quiz/get-quiz'
import type { RunView } from '@/lib/practice/quiz/run-view'
import { callApi } from '../_api/call-api'
import { quizText } from '../_text/quiz'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'
import { ReviewedQuestion } from './reviewed-question'

/** What a run came to: the score, by skill, each question with what was wrong, and the way into tomorrow's review. */
export function QuizResult({ quiz, run }: { quiz: QuizView; run: RunView }) {
  const text = useText(quizText)
  const locale = useLocale()
  const { result } = run
  if (result === null) return null
  const nameOf = (skill: string) => {
    const tag = skill.startsWith('tag:') ? skill.slice(4) : null
    return tag === null
      ? (findExercise(skill)?.name[locale] ?? skill)
      : (Object.entries(text.tags).find(([name]) => name === tag)?.[1] ?? tag)
  }
  return (
    <div className="grid gap-10">
      <section className="grid gap-4">
        <h2 className="text-xl">{text.result}</h2>
        <p className="font-serif text-3xl" role="status">
          {text.scoreOf(result.right, result.asked, formatShare(locale, result.score))}
        </p>
        {result.verdicts.some(isMissed) ? <BringForward runId={run.id} /> : <p>{text.nothingMissed}</p>}
      </section>
      <section className="grid gap-4">
        <h2 className="text-xl">{text.bySkill}</h2>
        <table className="max-w-measure w-full text-start">
          <thead className="text-soft text-sm">
            <tr>
              <th className="py-2 text-start font-medium">{text.skill}</th>
              <th className="py-2 text-end font-medium">{text.asked}</th>
              <th className="py-2 text-end font-medium">{text.share}</th>
            </tr>
          </thead>
          <tbody>
            {result.bySkill.map(({ skill, asked, score }) => (
              <tr key={skill} className="border-hairline border-t">
                <th className="py-2 text-start font-normal">{nameOf(skill)}</th>
                <td className="text-end tabular-nums">{asked}</td>
                <td className="text-end tabular-nums">{formatShare(locale, score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="grid gap-6">
        <h2 className="text-xl">{text.each}</h2>
        <ol className="grid gap-8">
          {quiz.questions.map((question, index) => (
            <ReviewedQuestion
              key={question.id}
              number={index + 1}
              of={quiz.questions.length}
              question={question}
              answer={run.answers[question.id]}
              verdict={result.verdicts.find((verdict) => verdict.question === question.id)}
              revealed={run.revealed.find((each) => each.question === question.id)}
            />
          ))}
        </ol>
      </section>
    </div>
  )
}

function BringForward({ runId }: { runId: string }) {
  const text = useText(quizText)
  const [said, setSaid] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const bring = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await callApi<BroughtForward>('POST', `/quiz-runs/${runId}/bring-forward`)
    setBusy(false)
    setSaid(
      answer.ok
        ? { tone: 'good', words: text.brought(answer.value.brought) }
        : { tone: 'danger', words: answer.message },
    )
  }
  return (
    <div className="grid max-w-measure justify-items-start gap-2">
      {said?.tone === 'good' ? null : (
        <Button look="primary" isBusy={isBusy} onClick={bring}>
          {text.bring}
        </Button>
      )}
      <p className="text-soft text-sm">{text.bringHint}</p>
      <StatusLine tone={said?.tone}>{said?.words}</StatusLine>
    </div>
  )
}
