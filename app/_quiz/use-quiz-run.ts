'use client'

import { useCallback, useEffect, useState } from 'react'
import { mergeAnswers } from '@/lib/core/quiz/merge-answers'
import type { QuizAnswer, RunAnswers } from '@/lib/core/quiz/quiz'
import type { RunView } from '@/lib/practice/quiz/run-view'
import { callApi } from '../_api/call-api'
import { newEventId } from '../_study/new-event-id'
import { deliverUntilDone, outcomeOf, type Outcome } from './deliver-until-done'
import { readQuizDraft, writeQuizDraft, type QuizDraft } from './quiz-draft'

/** So long after the last key the answers are sent. */
const PAUSE_MS = 1_200

type RunUse = {
  learner: string
  /** Of the quiz, or of the class' assignment: what the draft is kept under. */
  link: string
  isForClass?: boolean
  minutes: number | null
  /** When its class must have answered, epoch ms. */
  dueAt?: number | null
  begun: RunView | null
}

/** What both places know of an unfinished run. */
function firstDraft({ learner, link, begun }: RunUse): QuizDraft | null {
  const kept = readQuizDraft(learner, link)
  if (begun === null || begun.finishedAt !== null) return kept
  const fromServer = { runId: begun.id, answers: begun.answers, place: 0, endsAt: begun.endsAt }
  if (kept === null || kept.runId !== begun.id) return { ...fromServer, isFinishing: false }
  return { ...kept, endsAt: begun.endsAt, answers: mergeAnswers(kept.answers, begun.answers) }
}

/** One run: kept in this browser first, sent when there is a network, judged by the server in the end. */
export function useQuizRun(use: RunUse) {
  const { learner, link, isForClass = false, minutes, dueAt = null } = use
  const [draft, setDraft] = useState(() => firstDraft(use))
  const [result, setResult] = useState<RunView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const keep = useCallback(
    (next: QuizDraft) => {
      setDraft(next)
      writeQuizDraft(learner, link, next)
    },
    [learner, link],
  )

  const send = useCallback(
    async ({ runId, answers }: QuizDraft): Promise<Outcome> => {
      const sent = { learner, sentAt: Date.now(), answers }
      const body: RunAnswers = isForClass ? { ...sent, assignment: link } : { ...sent, quiz: link }
      const answer = await callApi<RunView>('PUT', `/quiz-runs/${runId}`, body)
      setFailure(answer.ok || answer.code === 'offline' ? null : answer.message)
      return outcomeOf(answer)
    },
    [learner, link, isForClass],
  )

  const handIn = useCallback(
    async (last: QuizDraft): Promise<Outcome> => {
      const sent = await send(last)
      if (sent !== 'done') return sent
      const answer = await callApi<RunView>('POST', `/quiz-runs/${last.runId}/finish`)
      if (answer.ok) {
        writeQuizDraft(learner, link, null)
        setDraft(null)
        setResult(answer.value)
      } else if (answer.code !== 'offline') setFailure(answer.message)
      return outcomeOf(answer)
    },
    [send, learner, link],
  )

  useEffect(() => {
    if (draft === null) return
    const deliver = () => (draft.isFinishing ? handIn(draft) : send(draft))
    return deliverUntilDone(deliver, draft.isFinishing ? 0 : PAUSE_MS)
  }, [draft, handIn, send])

  return {
    draft,
    result,
    failure,
    begin: async () => {
      const now = Date.now()
      const end = Math.min(minutes === null ? Infinity : now + minutes * 60_000, dueAt ?? Infinity)
      const endsAt = end === Infinity ? null : end
      const fresh = { runId: newEventId(now), answers: {}, place: 0, endsAt, isFinishing: false }
      setResult(null)
      keep(fresh)
      await send(fresh) // at once: a limit counts from when the server hears of it
    },
    answer: (question: string, answer: Pick<QuizAnswer, 'responses' | 'text'>, millis: number) => {
      if (draft === null) return
      const before = draft.answers[question]
      const answered = { ...answer, at: Date.now(), millis: (before?.millis ?? 0) + millis }
      keep({ ...draft, answers: { ...draft.answers, [question]: answered } })
    },
    goTo: (place: number) => {
      if (draft !== null) keep({ ...draft, place })
    },
    finish: () => {
      if (draft !== null) keep({ ...draft, isFinishing: true })
    },
  }
}

export type QuizRun = ReturnType<typeof useQuizRun>
