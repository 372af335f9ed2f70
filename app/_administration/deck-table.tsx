'use client'

import { useState } from 'react'
import type { AdministeredDeck } from '@/lib/administration/list-all-decks'
import { formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { inLocale } from '../_decks/in-locale'
import { LocalizedText } from '../_decks/localized-text'
import { administrationText } from '../_text/administration'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'
import { TextLink } from '../_ui/text-link'
import { BarDialog } from './bar-dialog'

export function DeckTable({ decks: loaded }: { decks: AdministeredDeck[] }) {
  const text = useText(administrationText).decks
  const locale = useLocale()
  const [decks, setDecks] = useState(loaded)
  const [barring, setBarring] = useState<AdministeredDeck | null>(null)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const titleOf = (deck: AdministeredDeck) => inLocale(deck.title, locale)?.value ?? deck.slug

  function change(id: string, to: Partial<AdministeredDeck>, words: string) {
    setDecks(decks.map((deck) => (deck.id === id ? { ...deck, ...to } : deck)))
    setStatus({ tone: 'good', words })
  }
  async function allow(deck: AdministeredDeck) {
    const answer = await callApi('DELETE', `/administration/decks/${deck.id}/bar`)
    if (answer.ok) change(deck.id, { barredReason: null }, text.allowedDone)
    else setStatus({ tone: 'danger', words: answer.message })
  }

  return (
    <>
      <StatusLine tone={status?.tone} className="mb-4">
        {status?.words}
      </StatusLine>
      <ul className="border-hairline border-b">
        {decks.map((deck) => (
          <li
            key={deck.id}
            className="border-hairline grid gap-x-8 gap-y-1 border-t py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center"
          >
            <div className="grid min-w-0 gap-0.5">
              <h2 className="font-sans text-base font-medium break-words">
                <LocalizedText text={deck.title} locale={locale} />
              </h2>
              <p className="text-soft text-sm break-words">
                {deck.owner ? (
                  <TextLink href={{ pathname: '/administration/decks', query: { ownerId: deck.owner.id } }}>
                    {deck.owner.name}
                  </TextLink>
                ) : deck.isHouse ? (
                  text.house
                ) : (
                  text.withdrawn
                )}
                {' · '}
                {deck.isHouse || deck.owner === null ? null : `${text.visibility[deck.visibility]} · `}
                {text.cards} {formatNumber(locale, deck.cards)} · {text.learners}{' '}
                {formatNumber(locale, deck.learners)}
              </p>
              {deck.barredReason === null ? null : (
                <p className="text-caution text-sm break-words">{text.barred(deck.barredReason)}</p>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-x-4">
              <TextLink
                isAlone
                className="text-sm"
                aria-label={text.auditOf(titleOf(deck))}
                href={{ pathname: '/administration/audit', query: { deckId: deck.id } }}
              >
                {text.audit}
              </TextLink>
              {deck.barredReason !== null ? (
                <Button
                  look="quiet"
                  aria-label={text.allowOf(titleOf(deck))}
                  onClick={() => void allow(deck)}
                >
                  {text.allow}
                </Button>
              ) : deck.visibility === 'PUBLIC' && deck.owner ? (
                <Button look="quiet" aria-label={text.barOf(titleOf(deck))} onClick={() => setBarring(deck)}>
                  {text.bar}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <BarDialog
        deck={barring}
        onClose={() => setBarring(null)}
        onDone={(id, reason) => {
          setBarring(null)
          change(id, { barredReason: reason, visibility: 'PRIVATE' }, text.barredDone)
        }}
      />
    </>
  )
}
