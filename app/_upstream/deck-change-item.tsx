'use client'

import type { DeckChange } from '@/lib/authoring/upstream/find-deck-changes'
import { LOCALES } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { upstreamText } from '../_text/upstream'
import { ChangeHead } from './change-head'
import { ChangedWords } from './changed-words'

type DeckChangeItemProps = {
  change: DeckChange
  isTaken: boolean
  canTake: boolean
  isBusy: boolean
  onTake: () => void
}

/** The deck's title, description or order: what taking it over would do to it. */
export function DeckChangeItem({ change, isTaken, canTake, isBusy, onTake }: DeckChangeItemProps) {
  const text = useText(upstreamText)
  const { part, isConflict, ours, merged } = change
  const name = text.deckParts[part]
  return (
    <li className="border-hairline grid gap-3 border-t py-6">
      <ChangeHead kind="changed" {...{ name, isConflict, isTaken, canTake, isBusy, onTake }} />
      {isConflict ? <p className="text-caution text-sm">{text.deckConflict[part]}</p> : null}
      {part === 'order' ? <p className="text-soft max-w-measure text-sm">{text.order}</p> : null}
      {LOCALES.map((locale) => {
        const [before, after] = [ours?.[locale] ?? '', merged?.[locale] ?? '']
        if (before === after) return null
        return (
          <ChangedWords
            key={locale}
            label={<span lang={languageTag(locale)}>{text.languages[locale]}</span>}
            {...{ locale, before, after }}
          />
        )
      })}
    </li>
  )
}
