import type { ClassPreview } from '@/lib/classroom/preview-class'
import type { Learner } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { GuestButton } from '../_home/guest-button'
import { classesText } from '../_text/classes'
import { ButtonLink } from '../_ui/button-link'
import { PageHeader } from '../_ui/page-header'
import { JoinForm } from './join-form'
import { WhatIsSeen } from './what-is-seen'

type JoinViewProps = { preview: ClassPreview; code: string; learner: Learner | null; locale: Locale }

/** What a class is and what joining it means, and then the button. */
export function JoinView({ preview, code, learner, locale }: JoinViewProps) {
  const text = getText(classesText, locale)
  const { id, name, description, instructors, decks, quizzes, isMember } = preview
  const here = `/classes/join/${encodeURIComponent(code)}`
  const from = `?from=${encodeURIComponent(here)}`
  return (
    <>
      <PageHeader title={text.joinTitle(name)} lead={`${text.instructors}: ${instructors.join(', ')}`} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          {description === '' ? null : (
            <p className="max-w-measure font-serif text-lg whitespace-pre-line">{description}</p>
          )}
          <WhatIsSeen locale={locale} />
        </div>
        <div className="grid content-start gap-8">
          <section className="grid gap-2">
            <h2 className="text-lg">{text.asks}</h2>
            {decks.length + quizzes.length === 0 ? <p className="text-soft">{text.asksNothing}</p> : null}
            <ul className="grid gap-1">
              {decks.map((deck, n) => (
                <li key={`deck ${n}`}>
                  <span className="text-soft text-sm">{text.deckKind}</span>{' '}
                  <LocalizedText text={deck} locale={locale} />
                </li>
              ))}
              {quizzes.map((quiz, n) => (
                <li key={`quiz ${n}`}>
                  <span className="text-soft text-sm">{text.quizKind}</span> {quiz || text.untitledQuiz}
                </li>
              ))}
            </ul>
          </section>
          {isMember ? (
            <div className="grid justify-items-start gap-3">
              <p>{text.isMember}</p>
              <ButtonLink href={`/classes/${id}`} look="primary">
                {text.toClass}
              </ButtonLink>
            </div>
          ) : learner === null ? (
            <div className="grid justify-items-start gap-4">
              <p>{text.signInFirst}</p>
              <ButtonLink href={`/sign-in${from}`} look="primary">
                {text.signIn}
              </ButtonLink>
              <ButtonLink href={`/sign-up${from}`}>{text.createAccount}</ButtonLink>
              <GuestButton look="plain" to={here} />
            </div>
          ) : (
            <JoinForm code={code} guestName={learner.guest ? learner.name : null} />
          )}
        </div>
      </div>
    </>
  )
}
