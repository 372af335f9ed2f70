'use client'

import { useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { htmlToText } from '@/lib/core/notes-reader/html-to-text'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { fromNotesText } from '../_text/from-notes'
import { Button } from '../_ui/button'
import { CONTROL, FieldFrame } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'

type NotesInputProps = {
  value: string
  onChange: (text: string) => void
  onRead: (text: string) => void
  isTooLong: boolean
}

const MAX_FILE_BYTES = 4 * 1024 * 1024

/** Pasted, dropped, opened or typed. What a page put on the clipboard as HTML is read as text with its structure. */
export function NotesInput({ value, onChange, onRead, isTooLong }: NotesInputProps) {
  const text = useText(fromNotesText)
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  function takeHtml(event: ClipboardEvent | DragEvent, data: DataTransfer): boolean {
    const html = data.getData('text/html')
    const plain = data.getData('text/plain')
    // An editor's own copy carries colours as HTML around plain Markdown: then the plain text is the note.
    if (
      html === '' ||
      /^#{1,6} |\n#{1,6} |\n[-*] |\$\$/.test(plain) ||
      !/<(?:h[1-6]|li|p|table|math|br|dt)\b/i.test(html)
    )
      return false
    event.preventDefault()
    onChange(value === '' ? htmlToText(html) : `${value}\n\n${htmlToText(html)}`)
    return true
  }

  async function open(chosen: File | undefined) {
    if (!chosen) return
    setProblem(null)
    const isHtml = /html/.test(chosen.type) || /\.html?$/i.test(chosen.name)
    try {
      const bytes = new Uint8Array(await chosen.slice(0, MAX_FILE_BYTES).arrayBuffer())
      const read = new TextDecoder('utf-8', { fatal: chosen.size <= MAX_FILE_BYTES }).decode(bytes)
      const notes = isHtml ? htmlToText(read) : read
      onChange(notes)
      onRead(notes)
    } catch {
      setProblem(text.notText)
    }
  }

  return (
    <div className="grid max-w-measure gap-4">
      <FieldFrame id={id} label={text.input} hint={text.inputHint}>
        <textarea
          id={id}
          className={`${CONTROL} min-h-64 font-sans`}
          rows={12}
          value={value}
          aria-describedby={`${id}-hint`}
          placeholder={text.sample}
          onChange={(event) => onChange(event.currentTarget.value)}
          onPaste={(event) => takeHtml(event, event.clipboardData)}
          onDrop={(event) => {
            const [dropped] = event.dataTransfer.files
            if (dropped) {
              event.preventDefault()
              void open(dropped)
            } else takeHtml(event, event.dataTransfer)
          }}
        />
      </FieldFrame>
      <StatusLine>{isTooLong ? text.tooLong : null}</StatusLine>
      <StatusLine tone="danger">{problem}</StatusLine>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={value.trim() === ''} onClick={() => onRead(value)}>
          {text.read}
        </Button>
        <Button onClick={() => file.current?.click()}>{text.open}</Button>
        <input
          ref={file}
          type="file"
          accept=".md,.markdown,.txt,.html,.htm,text/plain,text/markdown,text/html"
          className="sr-only"
          tabIndex={-1}
          aria-label={text.open}
          onChange={(event) => {
            void open(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </div>
  )
}
