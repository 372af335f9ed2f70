'use client'

import { useId, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { CONTROL, FieldFrame } from '../_ui/field'

export type TagFieldHandle = { focus(): void }

type TagFieldProps = {
  tags: string[]
  allTags: string[]
  isReadOnly: boolean
  onChange: (tags: string[]) => void
  ref?: Ref<TagFieldHandle>
}

/** Tags as words with commas between them; while somebody types, the field shows exactly what they typed. */
export function TagField({ tags, allTags, isReadOnly, onChange, ref }: TagFieldProps) {
  const text = useText(editorText)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }))
  const shown = typed !== null && readTags(typed).join() === tags.join() ? typed : tags.join(', ')
  const head = shown.slice(0, shown.lastIndexOf(',') + 1)
  const rest = allTags.filter((tag) => !tags.includes(tag)).slice(0, 200)
  return (
    <FieldFrame id={id} label={text.tags} hint={text.tagsHint}>
      <input
        id={id}
        ref={input}
        className={CONTROL}
        value={shown}
        readOnly={isReadOnly}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        list={`${id}-known`}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          onChange(readTags(event.currentTarget.value))
        }}
        onBlur={() => setTyped(null)}
      />
      <datalist id={`${id}-known`}>
        {rest.map((tag) => (
          <option key={tag} value={head === '' ? tag : `${head} ${tag}`} />
        ))}
      </datalist>
    </FieldFrame>
  )
}

function readTags(typed: string): string[] {
  const tags = typed.split(/[,，、\n]/).map((tag) => tag.trim().slice(0, 60))
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, 50)
}
