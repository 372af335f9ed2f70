'use client'

import { useState, type FormEvent } from 'react'
import type { NoteOperation } from '@/lib/authoring/drafts/note-operation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import type { Notice } from './editor-store'
import { KINDS } from './note-form'

type BulkBarProps = {
  ids: string[]
  isDeleted: boolean
  onOperate: (operations: NoteOperation[], kind: Notice['kind']) => void
  onDelete: () => void
  onRestore: () => void
  onClear: () => void
}

/** What can be done with all notes that are chosen. Each can be undone. */
export function BulkBar({ ids, isDeleted, onOperate, onDelete, onRestore, onClear }: BulkBarProps) {
  const text = useText(editorText)
  const words = text.bulk
  const [action, setAction] = useState<'add-tags' | 'remove-tags' | 'set-kind'>('add-tags')
  const [tag, setTag] = useState('')
  const [kind, setKind] = useState(KINDS[0])

  function apply(event: FormEvent) {
    event.preventDefault()
    const tags = tag
      .split(/[,，、]/)
      .map((each) => each.trim().slice(0, 60))
      .filter(Boolean)
    if (action === 'set-kind') return onOperate([{ do: 'set-kind', ids, kind }], 'kind')
    if (tags.length > 0) onOperate([{ do: action, ids, tags }], 'tagged')
  }

  return (
    <form
      onSubmit={apply}
      className="bg-sunk grid gap-3 rounded-md p-3"
      aria-label={words.chosen(ids.length)}
    >
      <p role="status" className="text-sm font-medium">
        {words.chosen(ids.length)}
      </p>
      <Select
        label={words.action}
        value={action}
        onChange={(event) => {
          const { value } = event.currentTarget
          setAction(value === 'remove-tags' || value === 'set-kind' ? value : 'add-tags')
        }}
        options={[
          { value: 'add-tags', label: words.addTag },
          { value: 'remove-tags', label: words.removeTag },
          { value: 'set-kind', label: words.setKind },
        ]}
      />
      {action === 'set-kind' ? (
        <Select
          label={text.kind}
          value={kind}
          onChange={(event) => setKind(KINDS.find((each) => each === event.currentTarget.value) ?? 'BASIC')}
          options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        />
      ) : (
        <Field label={words.tagName} value={tag} onChange={(event) => setTag(event.currentTarget.value)} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {words.apply}
        </Button>
        {isDeleted ? (
          <Button onClick={onRestore}>{text.restore}</Button>
        ) : (
          <Button look="danger" onClick={onDelete}>
            {text.delete}
          </Button>
        )}
        <Button look="quiet" onClick={onClear}>
          {words.clear}
        </Button>
      </div>
    </form>
  )
}
