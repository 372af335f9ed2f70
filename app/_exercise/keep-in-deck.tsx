'use client'

import { useState } from 'react'
import type { AddedExercise } from '@/lib/authoring/add-exercise'
import type { OwnDeck } from '@/lib/authoring/list-own-decks'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { titleOf } from '../_study/title-of'
import { keepText } from '../_text/keep'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { Dialog } from '../_ui/dialog'
import { ChevronIcon } from '../_ui/icons'
import { Menu, MENU_ITEM } from '../_ui/menu'
import { TextLink } from '../_ui/text-link'
import { writeVariant, type Variant } from './variant-link'

type KeepInDeckProps = {
  variant: Variant
  /** The learner's own, the one changed last first; null for a guest, who has none. */
  decks: OwnDeck[] | null
}

type Outcome = { of: string } & (
  { kind: 'kept'; added: AddedExercise } | { kind: 'undone' } | { kind: 'failed'; message: string }
)

/** Puts the exercise, as it is chosen here, into one's own deck with one press: from then on the review asks it. */
export function KeepInDeck({ variant, decks: own }: KeepInDeckProps) {
  const text = useText(keepText)
  const locale = useLocale()
  const [decks, setDecks] = useState(own ?? [])
  const [last, setOutcome] = useState<Outcome | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const of = `${variant.rung} ${variant.form}`
  const outcome = last?.of === of ? last : null // another rung or form is another card
  const nameOf = ({ title }: Pick<OwnDeck, 'title'>) => titleOf(title, locale).text

  async function add(deck: string | null) {
    if (isBusy) return
    if (own === null) return setAsking(true)
    setBusy(true)
    const { exercise, rung, form } = variant
    const answer = await callApi<AddedExercise>('POST', '/practice/deck-exercises', {
      exercise,
      rung,
      form,
      deck,
    })
    setBusy(false)
    if (!answer.ok) return setOutcome({ of, kind: 'failed', message: answer.message })
    const { slug, title } = answer.value
    setDecks([{ slug, title }, ...decks.filter((each) => each.slug !== slug)])
    setOutcome({ of, kind: 'kept', added: answer.value })
  }

  async function takeBack({ slug, key, isNewDeck, isNewEnrolment }: AddedExercise) {
    if (isBusy) return
    setBusy(true)
    const answer = await callApi('DELETE', '/practice/deck-exercises', {
      slug,
      key,
      isNewDeck,
      isNewEnrolment,
    })
    setBusy(false)
    if (!answer.ok) return setOutcome({ of, kind: 'failed', message: answer.message })
    if (isNewDeck) setDecks(decks.filter((each) => each.slug !== slug))
    setOutcome({ of, kind: 'undone' })
  }

  const [first, ...others] = decks
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button isBusy={isBusy} onClick={() => void add(decks.length > 0 ? first.slug : null)}>
          {decks.length > 0 ? text.addTo(nameOf(first)) : text.add}
        </Button>
        {decks.length > 0 ? (
          <Menu
            button={
              <>
                {text.elsewhere}
                <ChevronIcon />
              </>
            }
            buttonClassName="text-accent hover:bg-accent-wash rounded-md px-3 text-sm font-medium"
          >
            {others.map((deck) => (
              <button key={deck.slug} type="button" className={MENU_ITEM} onClick={() => void add(deck.slug)}>
                {nameOf(deck)}
              </button>
            ))}
            <button type="button" className={MENU_ITEM} onClick={() => void add(null)}>
              {text.newDeck}
            </button>
          </Menu>
        ) : null}
      </div>
      <div role="status" className="text-sm empty:absolute">
        {outcome?.kind === 'kept' ? (
          <p className="flex flex-wrap items-center gap-x-3">
            {text[outcome.added.outcome](nameOf(outcome.added))}
            <TextLink href={`/decks/${outcome.added.slug}`} isAlone>
              {text.open}
            </TextLink>
            {outcome.added.outcome === 'added' ? (
              <Button look="quiet" isBusy={isBusy} onClick={() => void takeBack(outcome.added)}>
                {text.undo}
              </Button>
            ) : null}
          </p>
        ) : outcome?.kind === 'undone' ? (
          <p>{text.undone}</p>
        ) : outcome?.kind === 'failed' ? (
          <p className="text-danger">{outcome.message}</p>
        ) : null}
      </div>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.accountTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.notNow}</Button>
            <ButtonLink look="primary" href={`/sign-up?from=${encodeURIComponent(writeVariant(variant))}`}>
              {text.makeAccount}
            </ButtonLink>
          </>
        }
      >
        <p className="text-soft">{text.accountLead}</p>
      </Dialog>
    </div>
  )
}
