'use client'

import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { ASIDE_KINDS } from '../_study/set-aside'
import type { AsideCard } from '../_study/use-set-aside'
import { decksText } from '../_text/decks'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { useIsHydrated } from '../_ui/use-is-hydrated'
import type { AsideDoing } from './aside-marks'
import { searchedText, type BrowsedNote } from './browsed-note'
import { NoteRow } from './note-row'

const ALL = ''
const ASIDE = 'aside'
const NONE: AsideCard[] = []

type CardBrowserProps = {
  notes: BrowsedNote[]
  locales: Locale[]
  /** For who studies the deck: its cards that do not come up, or stand out. */
  aside?: AsideDoing & { cards: AsideCard[] }
}

/** Every note of a deck, to be read, searched by words and narrowed by tag, in either of its languages. */
export function CardBrowser({ notes, locales, aside }: CardBrowserProps) {
  const text = useText(decksText)
  const pageLocale = useLocale()
  const isHydrated = useIsHydrated()
  const headingId = useId()
  const [language, setLanguage] = useState<Locale | null>(null)
  const [tag, setTag] = useState(ALL)
  const [kind, setKind] = useState<string>(ALL)
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.normalize('NFKC').toLowerCase().trim().split(/\s+/))
  const texts = useMemo(() => new Map(notes.map((note) => [note.key, searchedText(note)])), [notes])
  const tags = useMemo(() => [...new Set(notes.flatMap((note) => note.tags))].sort(), [notes])
  const asideOf = useMemo(() => byNote(notes, aside?.cards ?? NONE), [notes, aside?.cards])
  const isOfKind = ({ key }: BrowsedNote) =>
    kind === ALL ||
    asideOf
      .get(key)
      ?.some(({ kinds, done }) => kind === ASIDE || done !== null || kinds.some((of) => of === kind))
  const shown = notes.filter(
    (note) =>
      isOfKind(note) &&
      (tag === ALL || note.tags.includes(tag)) &&
      wanted.every((word) => texts.get(note.key)?.includes(word)),
  )
  const locale = language ?? (locales.includes(pageLocale) ? pageLocale : (locales[0] ?? pageLocale))
  return (
    <section aria-labelledby={headingId} className="grid grid-cols-1 gap-6">
      <h2 id={headingId} className="text-2xl">
        {text.browse}
      </h2>
      <div className="grid grid-cols-2 gap-4 md:grid-flow-col md:grid-cols-[1fr] md:auto-cols-[11rem]">
        <div className="col-span-2 md:col-span-1">
          <Field
            label={text.search}
            type="search"
            value={words}
            disabled={!isHydrated}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <Select
          label={text.tag}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
          options={[{ value: ALL, label: text.allTags }, ...tags.map((of) => ({ value: of, label: of }))]}
        />
        {aside ? (
          <Select
            label={text.aside.filter}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
            options={[
              { value: ALL, label: text.aside.filterCards },
              { value: ASIDE, label: text.aside.filterAside },
              ...ASIDE_KINDS.map((of) => ({ value: of, label: text.aside.kinds[of] })),
            ]}
          />
        ) : null}
        {locales.length > 1 ? (
          <Select
            label={text.language}
            value={locale}
            onChange={(event) => setLanguage(locales.find((of) => of === event.currentTarget.value) ?? null)}
            options={locales.map((of) => ({ value: of, label: text.languages[of] }))}
          />
        ) : null}
      </div>
      <p role="status" className="text-soft text-sm">
        {text.shown(shown.length, notes.length)}
      </p>
      {shown.length > 0 ? (
        <ul className="border-hairline border-b">
          {shown.map((note) => (
            <NoteRow
              key={note.key}
              note={note}
              locale={locale}
              onTag={setTag}
              aside={asideOf.get(note.key) ?? NONE}
              doing={aside}
            />
          ))}
        </ul>
      ) : (
        <div className="grid justify-items-start gap-4 py-8">
          <p className="font-serif text-lg">{kind === ALL ? text.nothingFound : text.aside.noneOfKind}</p>
          <Button
            onClick={() => {
              setWords('')
              setTag(ALL)
              setKind(ALL)
            }}
          >
            {text.clear}
          </Button>
        </div>
      )}
    </section>
  )
}

function byNote(notes: readonly BrowsedNote[], cards: readonly AsideCard[]): Map<string, AsideCard[]> {
  const asides = new Map(cards.map((aside) => [aside.card.id, aside]))
  return new Map(
    notes.flatMap(({ key, cardIds }) => {
      const own = cardIds.flatMap((id) => asides.get(id) ?? [])
      return own.length > 0 ? [[key, own]] : []
    }),
  )
}
