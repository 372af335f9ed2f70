'use client'

import { useImperativeHandle, useRef, useState, type Ref } from 'react'
import { flushSync } from 'react-dom'
import { LOCALES, type Locale, type NoteDraft } from '@/lib/core/content/content'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'
import { useLocale } from '@/lib/platform/i18n/locale-provider'
import { ConflictPanel } from './conflict-panel'
import { ImageDialog } from './image-dialog'
import { NoteForm } from './note-form'
import type { SessionState } from './note-session'
import { Preview } from './preview'
import type { TagFieldHandle } from './tag-field'
import type { TextAreaHandle } from './text-area'
import { usePreview } from './use-preview'

export type NoteDeskHandle = { write(): void; tag(): void }

type NoteDeskProps = {
  session: SessionState
  slug: string
  deckLocales: Locale[]
  allTags: string[]
  isReadOnly: boolean
  onChange: (draft: NoteDraft) => void
  onResolve: (draft: NoteDraft) => void
  ref: Ref<NoteDeskHandle>
}

/** Those still to be described, and what was written for the ones before them. */
type ImagesToCome = { files: File[]; field: TextAreaHandle; written: string }

/** One note: what is written, and beside it the card that comes of it. */
export function NoteDesk(props: NoteDeskProps) {
  const { session, slug, deckLocales, allTags, isReadOnly, onChange, onResolve, ref } = props
  const { draft, base, theirs } = session
  const reader = useLocale()
  const languages = LOCALES.filter((each) => deckLocales.includes(each) || draft.fields[each])
  const [language, setLanguage] = useState<Locale>(
    languages.includes(reader) ? reader : (languages[0] ?? reader),
  )
  const [ord, setOrd] = useState(0)
  const [sizes, setSizes] = useState<ReadonlyMap<string, ImageSize>>(new Map())
  const [images, setImages] = useState<ImagesToCome | null>(null)
  const first = useRef<TextAreaHandle | null>(null)
  const tags = useRef<TagFieldHandle>(null)
  const preview = usePreview(draft, ord, sizes)
  useImperativeHandle(ref, () => ({
    write: () => first.current?.focus(),
    tag: () => tags.current?.focus(),
  }))

  // Whether a picture is there only the server knows; what it said of the same text still holds.
  const missing =
    session.save === 'saved' ? (base?.problems.filter(({ code }) => code === 'image-missing') ?? []) : []
  const problems = [...(preview?.problems ?? []), ...missing]
  const ords = preview?.ords ?? []
  const shownOrd = ords.includes(ord) ? ord : (ords[0] ?? 0)
  if (shownOrd !== ord && ords.length > 0) setOrd(shownOrd)

  function endImages(written: string) {
    const field = images?.field
    // First out of the way: a field behind an open dialog takes neither the focus nor a caret, and the next key is lost.
    flushSync(() => setImages(null))
    if (written !== '') field?.insert(written)
  }

  return (
    <div className="editor-desk grid gap-x-8 gap-y-8">
      <div className="grid content-start gap-4">
        {theirs ? <ConflictPanel mine={draft} theirs={theirs} onResolve={onResolve} /> : null}
        <NoteForm
          draft={draft}
          onChange={onChange}
          deckLocales={deckLocales}
          allTags={allTags}
          problems={problems}
          isReadOnly={isReadOnly}
          onImages={(files, field) => setImages({ files, field, written: '' })}
          onFirstField={(handle) => {
            first.current = handle
          }}
          tagField={tags}
          onLanguage={setLanguage}
        />
      </div>
      <Preview
        draft={draft}
        rendered={preview}
        ord={shownOrd}
        onOrd={setOrd}
        locales={languages}
        locale={language}
        onLocale={setLanguage}
      />
      <ImageDialog
        slug={slug}
        image={images?.files[0] ?? null}
        onClose={() => images && endImages(images.written)}
        onInsert={(markdown, { sha256, width, height }) => {
          if (!images) return
          setSizes((before) => new Map(before).set(sha256, { width, height }))
          const written = images.written + markdown
          if (images.files.length === 1) endImages(written)
          else setImages({ ...images, files: images.files.slice(1), written })
        }}
      />
    </div>
  )
}
