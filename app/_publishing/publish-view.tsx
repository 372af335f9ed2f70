'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import type { Difference, NoteDifference } from '@/lib/authoring/publishing/get-difference'
import type { PublishedDeck } from '@/lib/authoring/publishing/publish-deck'
import type { Locale } from '@/lib/core/content/content'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi, type ApiFailure } from '../_api/call-api'
import { decksText } from '../_text/decks'
import { publishingText } from '../_text/publishing'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { Select } from '../_ui/select'
import { sayCounts } from './change-counts'
import { DifferenceRow } from './difference-row'
import { PublishForm } from './publish-form'
import { WordsDifference } from './words-difference'

/** The difference, what of it is published, and the press that does it. */
export function PublishView({ difference }: { difference: Difference }) {
  const text = useText(publishingText)
  const decks = useText(decksText)
  const pageLocale = useLocale()
  const router = useRouter()
  const headingId = useId()
  const { deck, seen, words, counts } = difference
  const [notes, setNotes] = useState(difference.notes)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set())
  const [language, setLanguage] = useState<Locale | null>(null)
  const [isLoading, setLoading] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [published, setPublished] = useState<PublishedDeck | null>(null)

  const locales = localesOf(notes)
  const locale = language ?? (locales.includes(pageLocale) ? pageLocale : (locales[0] ?? pageLocale))
  const unfinished = notes.filter(({ problems }) => problems.length > 0)
  const leaveOut = [...unfinished.map(({ id }) => id), ...left]
  const chosen = notes.length - leaveOut.length + (words ? 1 : 0)
  const isEmpty = notes.length === 0 && words === null
  const bare = notes.findIndex(({ before, after }) => before === null && after === null)

  async function publish(line: string) {
    setFailure(null)
    const askAgain = [...again].filter((id) => !leaveOut.includes(id))
    const answer = await callApi<PublishedDeck>('POST', `/decks/${deck.slug}/publication`, {
      seen,
      line,
      askAgain,
      leaveOut,
    })
    if (!answer.ok) return setFailure(answer)
    setPublished(answer.value)
    window.scrollTo({ top: 0 })
  }

  async function showMore() {
    setLoading(true)
    const answer = await callApi<Difference>('GET', `/decks/${deck.slug}/publication?from=${bare}`)
    setLoading(false)
    if (!answer.ok) return setFailure(answer)
    if (answer.value.seen !== seen) return router.refresh()
    const more = new Map(answer.value.notes.map((note) => [note.id, note]))
    setNotes(
      notes.map((note) => {
        const shown = more.get(note.id)
        return shown && (shown.before || shown.after) ? shown : note
      }),
    )
  }

  if (published) return <Published slug={deck.slug} published={published} />
  if (isEmpty) {
    return (
      <EmptyState
        title={text.nothing}
        action={<ButtonLink href={`/decks/${deck.slug}/edit`}>{text.toEditor}</ButtonLink>}
      >
        {text.nothingLead}
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-10 lg:grid-cols-[1fr_18rem] lg:gap-14">
      <section aria-labelledby={headingId} className="grid min-w-0 content-start gap-5">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="grid gap-1">
            <h2 id={headingId} className="text-xl">
              {text.changes}
            </h2>
            <p className="text-soft text-sm">
              {[...(words ? [text.titleChanged] : []), ...sayCounts(text, counts)].join(' · ')}
            </p>
          </div>
          {locales.length > 1 ? (
            <div className="w-44">
              <Select
                label={text.language}
                value={locale}
                onChange={(event) =>
                  setLanguage(locales.find((of) => of === event.currentTarget.value) ?? null)
                }
                options={locales.map((of) => ({ value: of, label: decks.languages[of] }))}
              />
            </div>
          ) : null}
        </div>
        {unfinished.length > 0 ? (
          <p className="text-danger text-sm">{text.unfinishedLead(unfinished.length)}</p>
        ) : null}
        <div>
          {words ? <WordsDifference words={words} /> : null}
          <ul className="border-hairline border-b">
            {notes.map((note) => (
              <DifferenceRow
                key={note.id}
                slug={deck.slug}
                note={note}
                locale={locale}
                canEdit={deck.canEdit}
                isIncluded={!left.has(note.id)}
                isAskedAgain={again.has(note.id)}
                onInclude={(isIncluded) => setLeft(withOrWithout(left, note.id, !isIncluded))}
                onAskAgain={(isAsked) => setAgain(withOrWithout(again, note.id, isAsked))}
              />
            ))}
          </ul>
        </div>
        {bare === -1 ? null : (
          <div>
            <Button isBusy={isLoading} onClick={() => void showMore()}>
              {text.showMore(Math.min(50, notes.length - bare))}
            </Button>
          </div>
        )}
      </section>
      <aside className="lg:sticky lg:top-6 lg:self-start">
        {deck.canEdit ? (
          <PublishForm
            count={chosen}
            failure={failure}
            onPublish={publish}
            onLookAgain={() => window.location.reload()}
          />
        ) : (
          <p className="text-soft text-sm">{text.onlyLooking}</p>
        )}
      </aside>
    </div>
  )
}

function Published({ slug, published }: { slug: string; published: PublishedDeck }) {
  const text = useText(publishingText)
  const { version, counts } = published
  return (
    <div role="status" className="border-accent grid max-w-measure gap-4 border-s-2 ps-5">
      <p className="font-serif text-xl">{text.published(version)}</p>
      <p className="text-soft">{sayCounts(text, counts).join(' · ')}</p>
      <p>{text.publishedLead}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <ButtonLink look="primary" href={`/decks/${slug}/edit`}>
          {text.toEditor}
        </ButtonLink>
        <ButtonLink href={`/decks/${slug}`}>{text.toDeck}</ButtonLink>
        <ButtonLink look="quiet" href={`/decks/${slug}/history`}>
          {text.toHistory}
        </ButtonLink>
      </div>
    </div>
  )
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}

function localesOf(notes: NoteDifference[]): Locale[] {
  const found = new Set<Locale>()
  for (const { before, after } of notes) {
    for (const { sides } of [...(before ?? []), ...(after ?? [])]) {
      if (sides.zh) found.add('zh')
      if (sides.en) found.add('en')
    }
  }
  return [...found].sort().reverse()
}
