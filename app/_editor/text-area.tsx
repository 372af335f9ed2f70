'use client'

import {
  useId,
  useImperativeHandle,
  useRef,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { flushSync } from 'react-dom'
import type { Locale } from '@/lib/core/content/content'
import { wrapCloze } from '@/lib/core/content/wrap-cloze'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { findMarks, offsetOf } from './find-marks'
import type { PreviewProblem } from './render-preview'
import { imagesIn } from './upload-image'

export type TextAreaHandle = { insert(text: string): void; focus(): void; hide(again: boolean): void }

type TextAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  locale: Locale
  problems: PreviewProblem[]
  isReadOnly: boolean
  rows?: number
  /** Alt+C hides the selection. */
  hasGaps?: boolean
  onImages?: (images: File[]) => void
  /** Buttons for who does not know the keys. */
  tools?: ReactNode
  ref?: Ref<TextAreaHandle>
}

/**
 * A field for Markdown that grows with its text. Behind it lies the same text, unseen, which underlines the places
 * where something is wrong; each is said below it, too, and leads there.
 */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    value,
    onChange,
    locale,
    problems,
    isReadOnly,
    rows = 2,
    hasGaps,
    onImages,
    tools,
    ref,
  } = props
  const text = useText(editorText)
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  /** Where its author was when they left: a browser that brings the focus back from a dialog forgets it. */
  const left = useRef<{ from: number; to: number }>(null)
  const placed = problems.flatMap(({ line, column, message }) =>
    line === undefined ? [] : [{ line, column: column ?? 1, message }],
  )

  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    insert: (inserted) => {
      if (!area.current) return
      // What the field holds by now: whoever inserts may have taken hold of it long ago.
      const now = area.current.value
      const { from, to } = left.current ?? { from: now.length, to: now.length }
      const at = from + inserted.length
      put(now.slice(0, from) + inserted + now.slice(to), at, at)
    },
    hide,
  }))

  function hide(again: boolean) {
    if (!area.current || isReadOnly) return
    const wrapped = wrapCloze(value, area.current.selectionStart, area.current.selectionEnd, again)
    put(wrapped.text, wrapped.selectionStart, wrapped.selectionEnd)
  }

  /** At once: the very next key finds the selection where it belongs. */
  function put(changed: string, from: number, to: number) {
    flushSync(() => onChange(changed))
    select(from, to)
  }

  function select(from: number, to: number) {
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (hasGaps && event.altKey && event.code === 'KeyC' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      hide(event.shiftKey)
    }
  }

  function take(event: ClipboardEvent | DragEvent, data: DataTransfer) {
    const images = onImages && !isReadOnly ? imagesIn(data) : []
    if (images.length === 0) return
    event.preventDefault()
    onImages?.(images)
  }

  return (
    <div className="grid content-start gap-1">
      <div className="flex min-h-8 flex-wrap items-center gap-x-1">
        <label htmlFor={id} className="text-soft me-auto text-xs font-medium">
          {label}
        </label>
        {tools}
      </div>
      <div className="editor-area" lang={languageTag(locale)}>
        <div aria-hidden="true" className="editor-mirror">
          <Marked text={value} marks={findMarks(value, placed)} />
        </div>
        <textarea
          id={id}
          ref={area}
          value={value}
          rows={rows}
          readOnly={isReadOnly}
          spellCheck={false}
          maxLength={20_000}
          aria-invalid={placed.length > 0 || undefined}
          aria-describedby={placed.length > 0 ? `${id}-problems` : undefined}
          aria-keyshortcuts={hasGaps ? 'Alt+C Alt+Shift+C' : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={({ currentTarget: { selectionStart: from, selectionEnd: to } }) => {
            left.current = { from, to }
          }}
          onPaste={(event) => take(event, event.clipboardData)}
          onDrop={(event) => take(event, event.dataTransfer)}
        />
      </div>
      {placed.length > 0 ? (
        <ul id={`${id}-problems`} className="text-danger text-xs">
          {placed.slice(0, 5).map(({ line, column, message }) => (
            <li key={`${line}:${column} ${message}`}>
              <button
                type="button"
                className="min-h-6 text-start underline decoration-dotted underline-offset-3"
                onClick={() => {
                  const at = offsetOf(value, { line, column })
                  select(at, at)
                }}
              >
                {text.at(line, column)}
              </button>
              {' — '}
              {message}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Marked({ text, marks }: { text: string; marks: { from: number; to: number }[] }) {
  const parts = marks.map(({ from, to }, at) => (
    <span key={from}>
      {text.slice(marks[at - 1]?.to ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
    </span>
  ))
  return (
    <>
      {parts}
      {text.slice(marks[marks.length - 1]?.to ?? 0)}
      {'\u200b'}
    </>
  )
}
