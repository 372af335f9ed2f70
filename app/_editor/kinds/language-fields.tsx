'use client'

import { useRef } from 'react'
import type { Locale, NoteKind, NoteSource } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../../_text/editor'
import type { PreviewProblem } from '../render-preview'
import { TextArea, type TextAreaHandle } from '../text-area'
import { IMAGE_TYPES } from '../upload-image'

type LanguageFieldsProps = {
  kind: NoteKind
  source: NoteSource
  onChange: (source: NoteSource) => void
  locale: Locale
  problems: PreviewProblem[]
  isReadOnly: boolean
  onImages: (images: File[], field: TextAreaHandle) => void
  onFirstField?: (handle: TextAreaHandle | null) => void
}

/** What a note of each kind has in one language. */
export function LanguageFields(props: LanguageFieldsProps) {
  const { kind, source, onChange, locale, problems, isReadOnly, onImages, onFirstField } = props
  const text = useText(editorText)
  const front = useRef<TextAreaHandle>(null)
  const back = useRef<TextAreaHandle>(null)
  const hasGaps = kind === 'CLOZE'
  const of = (part: 'front' | 'back' | 'answer') => problems.filter((problem) => problem.part === part)
  const setFront = (handle: TextAreaHandle | null) => {
    front.current = handle
    onFirstField?.(handle)
  }
  const common = { locale, isReadOnly }
  return (
    <div className="grid content-start gap-3">
      <TextArea
        {...common}
        ref={setFront}
        label={kind === 'CLOZE' ? text.clozeText : kind === 'TYPED' ? text.question : text.front}
        value={source.front}
        onChange={(value) => onChange({ ...source, front: value })}
        problems={of('front')}
        rows={kind === 'CLOZE' ? 5 : 3}
        hasGaps={hasGaps}
        onImages={(images) => front.current && onImages(images, front.current)}
        tools={
          isReadOnly ? null : (
            <>
              {hasGaps ? (
                <>
                  <Tool title="Alt+C" onPress={() => front.current?.hide(false)}>
                    {text.gap}
                  </Tool>
                  <Tool title="Alt+Shift+C" onPress={() => front.current?.hide(true)}>
                    {text.gapAgain}
                  </Tool>
                </>
              ) : null}
              <ImageButton onImages={(images) => front.current && onImages(images, front.current)} />
            </>
          )
        }
      />
      {kind === 'TYPED' ? (
        <TextArea
          {...common}
          label={text.answers}
          value={(source.answers ?? []).join('\n')}
          onChange={(value) =>
            onChange({ ...source, answers: value === '' ? [] : value.split('\n').slice(0, 20) })
          }
          problems={of('answer')}
        />
      ) : null}
      <TextArea
        {...common}
        ref={back}
        label={kind === 'CLOZE' || kind === 'TYPED' || kind === 'EXERCISE' ? text.remark : text.back}
        value={source.back}
        onChange={(value) => onChange({ ...source, back: value })}
        problems={of('back')}
        rows={kind === 'BASIC' || kind === 'REVERSED' ? 3 : 2}
        onImages={(images) => back.current && onImages(images, back.current)}
        tools={
          isReadOnly ? null : (
            <ImageButton onImages={(images) => back.current && onImages(images, back.current)} />
          )
        }
      />
    </div>
  )
}

function Tool({ title, onPress, children }: { title?: string; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      title={title}
      onClick={onPress}
      className="text-accent hover:text-accent-strong min-h-8 px-2 text-xs font-medium"
    >
      {children}
    </button>
  )
}

/** For who neither pastes nor drops. */
function ImageButton({ onImages }: { onImages: (images: File[]) => void }) {
  const text = useText(editorText)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Tool onPress={() => input.current?.click()}>{text.addImage}</Tool>
      <input
        ref={input}
        type="file"
        multiple
        accept={IMAGE_TYPES}
        className="sr-only"
        tabIndex={-1}
        aria-label={text.image.choose}
        onChange={(event) => {
          onImages([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
