import type { ReactNode } from 'react'
import type { PackTask } from '@/lib/core/study/study-pack'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { classesText } from '../_text/classes'
import { ButtonLink } from '../_ui/button-link'
import { ProgressBar } from '../_ui/progress-bar'
import { TextLink } from '../_ui/text-link'
import { dateFacts } from './date-facts'

type TaskListProps = {
  tasks: readonly PackTask[]
  /** Decks that the learner studies. */
  studied: ReadonlySet<string>
  /** Offered for a deck that has begun and is not studied yet. */
  startStudying: (deck: { id: string; slug: string }) => ReactNode
  showClass: boolean
  locale: Locale
  timeZone: string
  now: number
}

/** What classes ask of a learner, each with its dates in the learner's zone, how far it is and the way to it. */
export function TaskList({ tasks, studied, startStudying, showClass, ...reader }: TaskListProps) {
  const { locale, now } = reader
  const text = getText(classesText, locale)
  return (
    <ul className="border-hairline border-b">
      {tasks.map((task) => {
        const dates = dateFacts(task, reader)
        const isBegun = task.startsAt === null || task.startsAt <= now
        return (
          <li
            key={task.id}
            className="border-hairline grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-t py-3"
          >
            <div className="grid gap-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-soft text-sm">
                  {task.kind === 'deck' ? text.deckKind : text.quizKind}
                </span>
                <span className="font-medium break-words">
                  {task.kind === 'deck' ? (
                    <LocalizedText text={task.deck.title} locale={locale} />
                  ) : (
                    task.title || text.untitledQuiz
                  )}
                </span>
              </p>
              <p className="text-soft flex flex-wrap items-baseline gap-x-3 text-sm">
                {showClass ? (
                  <TextLink href={`/classes/${task.classId}`} className="inline-block py-1">
                    {task.className}
                  </TextLink>
                ) : null}
                <span>{dates.join(' · ')}</span>
              </p>
              {task.kind === 'deck' ? (
                <div className="grid max-w-xs gap-1">
                  <p className="text-sm tabular-nums">{text.met(task.met, task.cards)}</p>
                  <ProgressBar done={task.met} total={task.cards} name={text.met(task.met, task.cards)} />
                </div>
              ) : (
                <p className="text-sm">{quizFact(task, text, now)}</p>
              )}
            </div>
            <div>
              {!isBegun ? null : task.kind === 'quiz' ? (
                <QuizLink task={task} action={quizAction(task, text, now)} />
              ) : studied.has(task.deck.id) ? (
                <ButtonLink href={`/review?deck=${encodeURIComponent(task.deck.id)}`}>
                  {text.study}
                </ButtonLink>
              ) : (
                startStudying(task.deck)
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

type Quiz = Extract<PackTask, { kind: 'quiz' }>
type Words = ReturnType<typeof getText<(typeof classesText)['en']>>

function quizFact({ attempts, begun, finished, dueAt }: Quiz, text: Words, now: number): string {
  if (dueAt !== null && now >= dueAt) return finished > 0 ? text.handedIn : text.notTakenByYou
  const left = attempts === null ? text.anyAttempts : text.attemptsLeft(Math.max(0, attempts - begun))
  return finished > 0 ? `${text.handedIn} · ${left}` : left
}

/** Null where there is nothing to do and nothing to see: it is over, and was not taken. */
function quizAction({ attempts, begun, finished, dueAt }: Quiz, text: Words, now: number): string | null {
  if (begun > finished) return text.goOn
  const isOpen = (dueAt === null || now < dueAt) && (attempts === null || begun < attempts)
  if (isOpen) return text.takeQuiz
  return finished > 0 ? text.seeResult : null
}

function QuizLink({ task, action }: { task: Quiz; action: string | null }) {
  if (action === null) return null
  return <ButtonLink href={`/classes/${task.classId}/quiz/${task.id}`}>{action}</ButtonLink>
}
