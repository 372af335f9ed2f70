'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { Grade } from '@/lib/core/memory/study-event'
import { useLocale, useSetLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { createReviewSession, type ReviewWish } from '../_study/review-session'
import type { StudyEngine } from '../_study/study-engine'
import { useReportsSent } from '../_study/use-reports-sent'
import { useEngine } from '../_study/use-study-house'
import { reviewText } from '../_text/review'
import { CardInfoDialog } from './card-info-dialog'
import { CardStage } from './card-stage'
import type { WorkedCard } from './exercise-stage'
import { GradeBar } from './grade-bar'
import { loadExercises, useExercisesAhead } from './load-exercises'
import { HelpDialog } from './help-dialog'
import { NoticeLine } from './notice-line'
import { ReportDialog } from './report-dialog'
import { ReviewHeader } from './review-header'
import { SessionSummary } from './session-summary'
import { sittingStart } from './sitting-start'
import { useReviewKeys } from './use-review-keys'

/** Cells, exercises and slips weigh more than the rest of the review: fetched when a pack has an exercise card. */
const ExerciseStage = lazy(loadExercises)

const TICK_MS = 10_000
/** A second press of Space that was meant for the first must not grade. */
const SETTLE_MS = 250

type Shown = 'info' | 'help' | 'problem' | 'proposal'

export function Sitting({ engine, wish }: { engine: StudyEngine; wish: ReviewWish }) {
  const text = useText(reviewText)
  const locale = useLocale()
  const setLocale = useSetLocale()
  const [startedAt] = useState(() => sittingStart(location.search, Date.now()))
  const [session] = useState(() => createReviewSession(engine, wish, Date.now))
  const { study, current, notice, left } = useSyncExternalStore(
    session.subscribe,
    session.getSnapshot,
    session.getSnapshot,
  )
  const { clockOffsetMs, learnerId } = useEngine(engine)
  useReportsSent(learnerId)
  const [dialog, setDialog] = useState<Shown | null>(null)
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [worked, setWorked] = useState<WorkedCard | null>(null)
  const revealedAt = useRef(0)
  const question = useRef<HTMLElement>(null)
  const answer = useRef<HTMLElement>(null)

  const isCram = wish.mode.kind === 'cram'
  const showing = current?.showing ?? 0
  const isRevealed = current?.isRevealed ?? false
  const isExercise = current?.card.kind === 'EXERCISE'
  useExercisesAhead(study)

  // The next card must be on screen in the frame of the press: nothing here may wait for an effect or a request.
  const now = (work: () => void) => flushSync(work)
  const reveal = () => {
    revealedAt.current = performance.now()
    now(session.reveal)
  }
  const grade = (value: Grade) =>
    now(() => {
      sittingStart(location.search, Date.now())
      setTyped('')
      setWorked(null)
      session.answer(value, worked?.attemptId)
    })
  const undo = () =>
    now(() => {
      setTyped('')
      setWorked(null)
      session.undo()
    })
  const deck = study.pack.decks.find(({ id }) => id === current?.card.deckId)
  /** Where its authors write it, at this very note; the browser's "back" leads here again. */
  const editor = current && deck?.canEdit ? `/decks/${deck.slug}/edit#${current.card.noteId}` : null
  const edit = () => {
    if (!current) return
    // The editor needs the network, and so does the text that a proposal changes; a remark waits for it.
    if (editor && navigator.onLine) router.push(editor)
    else setDialog(current.card.kind === 'EXERCISE' || !navigator.onLine ? 'problem' : 'proposal')
  }
  // The browser tells of a closing a moment later: a key may have opened another by then.
  const close = (...closed: Shown[]) => setDialog((open) => (open && closed.includes(open) ? null : open))
  const switchLanguage = () => now(() => setLocale(locale === 'en' ? 'zh' : 'en'))

  useReviewKeys((action) => {
    switch (action.kind) {
      case 'reveal-or-good':
        if (!current) return
        if (!current.isRevealed) return isExercise ? undefined : reveal()
        if (isExercise && worked) return grade(worked.proposed)
        if (performance.now() - revealedAt.current > SETTLE_MS) grade(3)
        return
      case 'grade':
        return grade(action.grade)
      case 'flag':
        return now(() => session.flag(action.flag))
      case 'next-flag': {
        const flag = current?.memory.flag ?? 0
        // The last flag again takes it away.
        return now(() => session.flag(Math.min(flag + 1, 4)))
      }
      case 'undo':
        return undo()
      case 'edit':
        return edit()
      case 'suspend':
        return now(() => session.suspend())
      case 'bury':
        return now(session.bury)
      case 'language':
        return switchLanguage()
      case 'info':
        return current ? setDialog('info') : undefined
      case 'report':
        return current ? setDialog('problem') : undefined
      case 'help':
        return setDialog('help')
    }
  })

  useEffect(() => {
    const timer = setInterval(session.tick, TICK_MS)
    return () => clearInterval(timer)
  }, [session])

  // Focus follows what is new: it is read out, and Space and the digits go on working from there.
  useLayoutEffect(() => {
    if (showing === 0) return
    if (isRevealed) {
      // Out of the box where an exercise was answered: the digits grade from now on.
      if (isExercise) question.current?.focus({ preventScroll: true })
      answer.current?.focus({ preventScroll: true })
      answer.current?.scrollIntoView({ block: 'nearest' })
      return
    }
    window.scrollTo(0, 0)
    const field = question.current?.querySelector('input')
    if (field) field.focus({ preventScroll: true })
    else question.current?.focus({ preventScroll: true })
  }, [showing, isRevealed, isExercise])

  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr_auto]">
      <ReviewHeader
        engine={engine}
        study={study}
        startedAt={startedAt + clockOffsetMs}
        left={left}
        card={current?.card ?? null}
        mode={wish.mode}
        onUndo={undo}
        onSuspend={() => now(() => session.suspend())}
        onBury={() => now(session.bury)}
        onFlag={(flag) => now(() => session.flag(flag))}
        flag={current?.memory.flag ?? 0}
        onInfo={() => setDialog('info')}
        onEdit={editor === null ? null : edit}
        onReport={() => setDialog('problem')}
        onLanguage={switchLanguage}
        onHelp={() => setDialog('help')}
      />
      <main id="main" className="grid min-w-0 grid-cols-[minmax(0,1fr)]">
        <h1 className="sr-only">{text.title}</h1>
        <p role="status" className="sr-only">
          {current ? text.said(left - 1) : text.doneSaid}
        </p>
        {current && isExercise ? (
          <Suspense fallback={<p className="text-soft p-8 text-center">{text.openingExercise}</p>}>
            <ExerciseStage
              key={current.showing}
              current={current}
              study={study}
              question={question}
              onWorked={(done) => {
                setWorked(done)
                session.reveal()
              }}
            />
          </Suspense>
        ) : current ? (
          <CardStage
            key={current.showing}
            current={current}
            study={study}
            typed={typed}
            onType={setTyped}
            onReveal={reveal}
            onGrade={grade}
            question={question}
            answer={answer}
          />
        ) : (
          <SessionSummary
            study={study}
            startedAt={startedAt + clockOffsetMs}
            onGoOn={() => now(session.goOn)}
          />
        )}
      </main>
      <footer className="bg-paper sticky bottom-0 z-10 pb-[env(safe-area-inset-bottom)]">
        <NoticeLine
          notice={notice}
          study={study}
          engine={engine}
          onSuspend={(cardId) => now(() => session.suspend(cardId))}
        />
        {current && (isRevealed || !isExercise) ? (
          <GradeBar
            current={current}
            isCram={isCram}
            proposed={worked?.proposed ?? null}
            onReveal={reveal}
            onGrade={grade}
          />
        ) : null}
      </footer>
      {current ? (
        <CardInfoDialog
          isOpen={dialog === 'info'}
          onClose={() => close('info')}
          study={study}
          current={current}
          mode={wish.mode}
          engine={engine}
        />
      ) : null}
      {current ? (
        <ReportDialog
          key={current.card.id}
          card={current.card}
          learner={learnerId}
          isOpen={dialog === 'problem' || dialog === 'proposal'}
          first={dialog === 'proposal' ? 'proposal' : 'problem'}
          onClose={() => close('problem', 'proposal')}
        />
      ) : null}
      <HelpDialog isOpen={dialog === 'help'} onClose={() => close('help')} />
    </div>
  )
}
