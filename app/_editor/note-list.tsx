'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { DraftHead } from '@/lib/authoring/drafts/list-draft'
import { LOCALES, type Locale } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { classNames } from '../_ui/class-names'
import type { SaveState } from './note-session'

const ROW = 60 // px, as .editor-row in editor.css
const BEYOND = 8

type NoteListProps = {
  notes: DraftHead[]
  deckLocales: Locale[]
  openId: string | null
  chosen: ReadonlySet<string>
  unsaved: ReadonlyMap<string, SaveState>
  onOpen: (id: string) => void
  onChoose: (id: string, isChosen: boolean) => void
  onKeyDown: (event: KeyboardEvent) => void
  ref: Ref<HTMLDivElement>
}

/** However many notes there are, only those in sight are in the page. One stop for Tab; its keys are those of a list. */
export function NoteList(props: NoteListProps) {
  const { notes, openId, chosen, unsaved, deckLocales, onOpen, onChoose, onKeyDown, ref } = props
  const text = useText(editorText)
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 900 })
  const openAt = notes.findIndex((note) => note.id === openId)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  useEffect(() => {
    const element = scroller.current
    if (!element || openAt === -1) return
    const [top, bottom] = [openAt * ROW, (openAt + 1) * ROW]
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight
  }, [openAt])

  const from = Math.max(0, Math.floor(view.top / ROW) - BEYOND)
  const to = Math.min(notes.length, Math.ceil((view.top + view.height) / ROW) + BEYOND)
  const isOpenInSight = openAt >= from && openAt < to
  return (
    <div ref={scroller} className="border-hairline min-h-48 flex-1 overflow-y-auto border-y">
      <div
        ref={ref}
        role="listbox"
        tabIndex={0}
        aria-label={text.list}
        aria-multiselectable="true"
        aria-activedescendant={isOpenInSight && openId !== null ? `${listId}-${openId}` : undefined}
        onKeyDown={onKeyDown}
        className="group relative outline-none"
        style={{ height: Math.max(ROW, notes.length * ROW) }}
      >
        {notes.slice(from, to).map((note, at) => (
          <div
            key={note.id}
            id={`${listId}-${note.id}`}
            role="option"
            aria-selected={chosen.has(note.id)}
            aria-current={note.id === openId ? 'true' : undefined}
            aria-setsize={notes.length}
            aria-posinset={from + at + 1}
            onClick={(event) => {
              if (event.shiftKey || event.ctrlKey || event.metaKey) onChoose(note.id, !chosen.has(note.id))
              else onOpen(note.id)
            }}
            style={{ transform: `translateY(${(from + at) * ROW}px)` }}
            className={classNames(
              'editor-row border-hairline grid cursor-pointer content-center gap-0.5 border-b px-3',
              note.id === openId
                ? 'bg-accent-wash group-focus-visible:outline-accent group-focus-visible:outline-2 group-focus-visible:-outline-offset-2'
                : 'hover:bg-sunk',
              chosen.has(note.id) && 'border-s-accent border-s-4',
            )}
          >
            <Row note={note} deckLocales={deckLocales} save={unsaved.get(note.id)} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Row({ note, deckLocales, save }: { note: DraftHead; deckLocales: Locale[]; save?: SaveState }) {
  const text = useText(editorText)
  const reader = useLocale()
  const marks = text.marks
  const locale = note.excerpt[reader] ? reader : (note.locales.find((each) => note.excerpt[each]) ?? reader)
  const excerpt = note.excerpt[locale] ?? ''
  const lacking = LOCALES.filter((each) => deckLocales.includes(each) && !note.locales.includes(each))
  const said = [
    save === 'conflict' ? marks.conflict : save === 'failed' ? marks.unsaved : null,
    note.state === 'published' ? null : marks[note.state],
    note.isUnfinished ? marks.unfinished : null,
    ...(note.locales.length > 0 ? lacking.map((each) => marks.without(text.language[each])) : []),
    note.reports > 0 ? marks.reports(note.reports) : null,
  ].filter((mark) => mark !== null)
  return (
    <>
      <span
        lang={languageTag(locale)}
        className={classNames(
          'truncate text-sm',
          excerpt === '' && 'text-soft',
          note.state === 'deleted' && 'line-through',
        )}
      >
        {excerpt || text.noText}
      </span>
      <span className="text-soft truncate text-xs">
        {text.kinds[note.kind]}
        {said.length > 0 ? <span className="text-caution"> · {said.join(' · ')}</span> : null}
        {note.tags.length > 0 ? ` · ${note.tags.join(', ')}` : null}
      </span>
    </>
  )
}
