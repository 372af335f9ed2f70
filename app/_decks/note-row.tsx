import { memo } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { AsideCard } from '../_study/use-set-aside'
import { decksText } from '../_text/decks'
import { CardSide } from '../_ui/card-side'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import type { BrowsedNote } from './browsed-note'
import { AsideMarks, type AsideDoing } from './aside-marks'
import { inLocale } from './in-locale'

type NoteRowProps = {
  note: BrowsedNote
  locale: Locale
  onTag: (tag: string) => void
  /** Of its cards. */
  aside: AsideCard[]
  doing?: AsideDoing
}

/** Question left, answer right, as in a book's list of terms. A cloze is its own answer, so it takes the row. */
export const NoteRow = memo(function NoteRow({ note, locale, onTag, aside, doing }: NoteRowProps) {
  const text = useText(decksText)
  const found = inLocale(note.sides, locale)
  if (!found) return null
  const { front, back } = found.value
  const answers = inLocale(note.answers, locale)
  const isCloze = note.kind === 'CLOZE'
  return (
    <li className="note-row border-hairline grid gap-3 border-t py-6" id={`note-${note.key}`}>
      <div className={isCloze ? 'max-w-measure' : 'grid gap-x-12 gap-y-4 md:grid-cols-2'}>
        {isCloze ? null : <CardSide html={front} locale={found.locale} />}
        <div className="grid content-start gap-3">
          <CardSide html={back} locale={found.locale} />
          {answers && answers.value.length > 0 ? (
            <p className="text-soft text-sm">
              {text.accepted}: <span lang={languageTag(answers.locale)}>{answers.value.join(' · ')}</span>
            </p>
          ) : null}
        </div>
      </div>
      {doing
        ? aside.map((one) => (
            <AsideMarks
              key={one.card.id}
              aside={one}
              name={
                note.cardIds.length > 1
                  ? text.aside.cardOfNote(note.cardIds.indexOf(one.card.id) + 1)
                  : undefined
              }
              doing={doing}
            />
          ))
        : null}
      <p className="text-soft flex flex-wrap items-center gap-x-4 text-xs">
        <span>
          {text.kinds[note.kind]}
          {note.cardIds.length > 1 ? ` · ${text.cards(note.cardIds.length)}` : null}
        </span>
        {found.locale === locale ? null : <span>{text.onlyIn(text.languages[found.locale])}</span>}
        {note.tags.map((tag) => (
          <button
            key={tag}
            type="button"
            onClick={() => onTag(tag)}
            className="hover:text-accent inline-flex min-h-8 items-center underline decoration-dotted underline-offset-4"
          >
            {tag}
          </button>
        ))}
      </p>
    </li>
  )
})
