'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import type { Givable } from '@/lib/classroom/list-givable'
import type { Localized } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi, type ApiAnswer } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { inLocale } from '../_decks/in-locale'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import { classDeskText } from '../_text/class-desk'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { DateFields, readDates, readExam } from './date-fields'
import { QuizTermFields, readTerms } from './quiz-term-fields'

const NO_DATES = { startsAt: null, dueAt: null, examAt: null }
const FIRST_TERMS = { attempts: 1, numbers: 'SAME', feedback: 'NOW' } as const
const FIELDS = ['startsAt', 'dueAt', 'examAt']

type GiveFormsProps = { classId: string; givable: Givable; timeZone: string }

/** Gives the class a deck, or a quiz of one's own. */
export function GiveForms({ classId, givable, timeZone }: GiveFormsProps) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const locale = useLocale()
  const { decks, quizzes } = givable
  const path = `/classes/${classId}/assignments`
  return (
    <div className="grid gap-12 xl:grid-cols-2 xl:gap-16">
      {decks.length === 0 ? (
        <section className="grid content-start gap-3">
          <h2 className="text-xl">{text.giveDeck}</h2>
          <p className="text-soft">{text.noGivableDecks}</p>
        </section>
      ) : (
        <GiveForm
          title={text.giveDeck}
          send={(form) =>
            callApi('POST', path, { deck: textOf(form, 'deck'), ...readDates(form), ...readExam(form) })
          }
        >
          {(errors) => (
            <>
              <Select
                name="deck"
                label={text.chooseDeck}
                options={decks.map(({ slug, title }) => ({
                  value: slug,
                  label: inLocale(title, locale)?.value ?? slug,
                }))}
              />
              <DateFields dates={NO_DATES} hasExam errors={errors} />
            </>
          )}
        </GiveForm>
      )}
      {quizzes.length === 0 ? (
        <section className="grid content-start justify-items-start gap-3">
          <h2 className="text-xl">{text.giveQuiz}</h2>
          <p className="text-soft">{text.noQuizzes}</p>
          <ButtonLink href="/quiz">{text.makeQuiz}</ButtonLink>
        </section>
      ) : (
        <GiveForm
          title={text.giveQuiz}
          send={(form) =>
            callApi('POST', path, { quiz: textOf(form, 'quiz'), ...readDates(form), ...readTerms(form) })
          }
        >
          {(errors) => (
            <>
              <Select
                name="quiz"
                label={text.chooseQuiz}
                options={quizzes.map(({ link, title, questions, createdAt }) => ({
                  value: link,
                  label: text.quizOf(
                    title || classText.untitledQuiz,
                    questions,
                    formatDate(locale, createdAt, timeZone),
                  ),
                }))}
              />
              <DateFields dates={NO_DATES} hasExam={false} errors={errors} />
              <QuizTermFields terms={FIRST_TERMS} />
            </>
          )}
        </GiveForm>
      )}
    </div>
  )
}

type GiveFormProps = {
  title: string
  send: (form: FormData) => Promise<ApiAnswer<unknown>>
  children: (errors: Record<string, string>) => ReactNode
}

function GiveForm({ title, send, children }: GiveFormProps) {
  const text = useText(classDeskText)
  const locale = useLocale()
  const router = useRouter()
  const [said, setSaid] = useState<string | null>(null)
  const [missing, setMissing] = useState('')
  const { isBusy, message, fields, onSubmit } = useSubmit(
    async (form) => {
      setSaid(null)
      const answer = await send(form)
      setMissing(
        answer.ok ? '' : missingDecks(answer.detail, (title) => inLocale(title, locale)?.value ?? ''),
      )
      return answer
    },
    (_, form) => {
      setSaid(text.given)
      form.reset()
      router.refresh()
    },
    FIELDS,
  )
  return (
    <form onSubmit={onSubmit} className="grid max-w-2xl content-start gap-5">
      <h2 className="text-xl">{title}</h2>
      {useIsHydrated() ? children(fields) : null}
      <div className="grid justify-items-start gap-2">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {isBusy ? text.saving : text.giveIt}
        </Button>
        <StatusLine tone="danger">
          {message}
          {message && missing ? ` ${text.missingDecks(missing)}` : null}
        </StatusLine>
        <StatusLine tone="good">{said}</StatusLine>
      </div>
    </form>
  )
}

/** The decks that a refused quiz asks about and the class does not have. */
function missingDecks(detail: unknown, name: (title: Localized<string>) => string): string {
  if (typeof detail !== 'object' || detail === null || !('decks' in detail)) return ''
  // The server's own contract: titles by language.
  return Array.isArray(detail.decks) ? (detail.decks as Localized<string>[]).map(name).join(', ') : ''
}
