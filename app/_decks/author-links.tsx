'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { DeckSummary } from '@/lib/authoring/deck-summary'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { decksText } from '../_text/decks'
import { StatusLine } from '../_ui/status-line'
import { TextLink } from '../_ui/text-link'

/** What else an account may do with a deck: share one's own, copy another's. */
type AuthorLinksProps = {
  deck: DeckSummary
  isByLink: boolean
  /** Open reports; null for who may not see them. */
  reports: number | null
}

export function AuthorLinks({ deck, isByLink, reports }: AuthorLinksProps) {
  const text = useText(decksText)
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function copy() {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await callApi<{ slug: string }>('POST', `/decks/${deck.slug}/copy`)
    if (answer.ok) return router.push(`/decks/${answer.value.slug}`)
    setBusy(false)
    setProblem(answer.message)
  }

  const isAuthor = deck.canOwn || deck.memberRole !== null
  return (
    <>
      <div className="flex flex-wrap gap-x-6 text-sm">
        {isAuthor ? (
          <TextLink href={`/decks/${deck.slug}/edit`} isAlone>
            {deck.canEdit ? text.edit : text.drafts}
          </TextLink>
        ) : null}
        {deck.canEdit ? (
          <TextLink href={`/decks/${deck.slug}/publish`} isAlone>
            {text.publish}
          </TextLink>
        ) : null}
        {isAuthor ? (
          <TextLink href={`/decks/${deck.slug}/history`} isAlone>
            {text.versions}
          </TextLink>
        ) : null}
        {isAuthor ? (
          <TextLink href={`/decks/${deck.slug}/sharing`} isAlone>
            {deck.canOwn ? text.sharing : text.coAuthors}
          </TextLink>
        ) : null}
        {isAuthor && deck.isCopy ? (
          <TextLink href={`/decks/${deck.slug}/upstream`} isAlone>
            {text.upstream}
          </TextLink>
        ) : null}
        {reports === null ? null : (
          <TextLink href={`/decks/${deck.slug}/reports`} isAlone>
            {text.reports(reports)}
          </TextLink>
        )}
        {isByLink ? null : (
          <button
            type="button"
            aria-busy={isBusy || undefined}
            onClick={() => void copy()}
            className="text-accent hover:text-accent-strong inline-block cursor-pointer py-2.75 underline underline-offset-4"
          >
            {text.makeCopy}
          </button>
        )}
      </div>
      <StatusLine tone="danger">{problem}</StatusLine>
    </>
  )
}
