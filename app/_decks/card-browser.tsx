'use client'

import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { decksText } from '../_text/decks'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { searchedText, type BrowsedNote } from './browsed-note'
import { NoteRow } from './note-row'

const ALL = ''

/** Every note of a deck, to be read, searched by words and narrowed by tag, in either of its languages. */
export function CardBrowser({ notes, locales }: { notes: BrowsedNote[]; locales: Locale[] }) {
  const text = useText(decksText)
  const pageLocale = useLocale()
  const headingId = useId()
  const [language, setLanguage] = useState<Locale | null>(null)
  const [tag, setTag] = useState(ALL)
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words.normalize('NFKC').toLowerCase().trim().split(/\s+/))
  const texts = useMemo(() => new Map(notes.map((note) => [note.key, searchedText(note)])), [notes])
  const tags = useMemo(() => [...new Set(notes.flatMap((note) => note.tags))].sort(), [notes])
  const shown = notes.filter(
    (note) =>
      (tag === ALL || note.tags.includes(tag)) && wanted.every((word) => texts.get(note.key)?.includes(word)),
  )
  const locale = language ?? (locales.includes(pageLocale) ? pageLocale : (locales[0] ?? pageLocale))
  return (
    <section aria-labelledby={headingId} className="grid gap-6">
      <h2 id={headingId} className="text-2xl">
        {text.browse}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2 md:grid-cols-[1fr_12rem_12rem]">
        <Field
          label={text.search}
          type="search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Select
          label={text.tag}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
          options={[{ value: ALL, label: text.allTags }, ...tags.map((of) => ({ value: of, label: of }))]}
        />
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
            <NoteRow key={note.key} note={note} locale={locale} onTag={setTag} />
          ))}
        </ul>
      ) : (
        <div className="grid justify-items-start gap-4 py-8">
          <p className="font-serif text-lg">{text.nothingFound}</p>
          <Button
            onClick={() => {
              setWords('')
              setTag(ALL)
            }}
          >
            {text.clear}
          </Button>
        </div>
      )}
    </section>
  )
}
