'use client'

import { useState, type FormEvent } from 'react'
import { LOCALES, type Localized } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { DeckDraft } from '@/lib/store/decks'
import { callApi } from '../_api/call-api'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

type DeckWordsProps = {
  slug: string
  draft: DeckDraft
  onSaved: (draft: DeckDraft) => void
  onClose: () => void
}

export function DeckWordsDialog({ isOpen, ...props }: DeckWordsProps & { isOpen: boolean }) {
  const text = useText(editorText)
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} title={text.deckWords.title}>
      <DeckWordsForm {...props} />
    </Dialog>
  )
}

/** What a deck is called and what it is about, in both languages; learners see it once it is published. */
function DeckWordsForm({ slug, draft, onSaved, onClose }: DeckWordsProps) {
  const text = useText(editorText)
  const words = text.deckWords
  const [title, setTitle] = useState(draft.title)
  const [description, setDescription] = useState(draft.description)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const hasTitle = LOCALES.some((locale) => title[locale]?.trim())

  async function save(event: FormEvent) {
    event.preventDefault()
    if (isBusy || !hasTitle) return
    setBusy(true)
    const next = { title: written(title), description: written(description) }
    const answer = await callApi<{ draft: DeckDraft }>('PATCH', `/decks/${slug}/draft`, {
      ...next,
      before: draft,
    })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message)
    onSaved(answer.value.draft)
    onClose()
  }

  return (
    <form onSubmit={save} className="grid gap-4">
      <p className="text-soft text-sm">{words.lead}</p>
      {LOCALES.map((locale) => (
        <div key={locale} className="grid gap-3">
          <Field
            label={`${words.name} (${text.language[locale]})`}
            value={title[locale] ?? ''}
            maxLength={200}
            onChange={(event) => setTitle({ ...title, [locale]: event.currentTarget.value })}
          />
          <Field
            label={`${words.description} (${text.language[locale]})`}
            value={description[locale] ?? ''}
            maxLength={5_000}
            onChange={(event) => setDescription({ ...description, [locale]: event.currentTarget.value })}
          />
        </div>
      ))}
      <StatusLine tone="danger">{hasTitle ? problem : words.needsTitle}</StatusLine>
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" look="primary" isBusy={isBusy} disabled={!hasTitle}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}

function written(text: Localized<string>): Localized<string> {
  const kept: Localized<string> = {}
  for (const locale of LOCALES) {
    const words = text[locale]?.trim()
    if (words) kept[locale] = words
  }
  return kept
}
