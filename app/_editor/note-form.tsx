'use client'

import { lazy, Suspense, useId, useState, type Ref } from 'react'
import {
  LOCALES,
  type Locale,
  type NoteDraft,
  type NoteKind,
  type NoteSource,
} from '@/lib/core/content/content'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { LanguageFields } from './kinds/language-fields'
import type { PreviewProblem } from './render-preview'
import { TagField, type TagFieldHandle } from './tag-field'
import type { TextAreaHandle } from './text-area'

/** Exercises and their form are large, and most notes are none. */
const ExerciseFields = lazy(() => import('./kinds/exercise-fields'))

export const KINDS: readonly NoteKind[] = ['BASIC', 'REVERSED', 'CLOZE', 'TYPED', 'EXERCISE']
const EMPTY: NoteSource = { front: '', back: '' }

type NoteFormProps = {
  draft: NoteDraft
  onChange: (draft: NoteDraft) => void
  deckLocales: Locale[]
  allTags: string[]
  problems: PreviewProblem[]
  isReadOnly: boolean
  onImages: (images: File[], field: TextAreaHandle) => void
  onFirstField: (handle: TextAreaHandle | null) => void
  tagField: Ref<TagFieldHandle>
  onLanguage: (locale: Locale) => void
}

/** All that is written of one note; both languages side by side. */
export function NoteForm(props: NoteFormProps) {
  const { draft, onChange, deckLocales, allTags, problems, isReadOnly } = props
  const text = useText(editorText)
  const headingId = useId()
  const [hadSource] = useState(draft.source !== undefined)
  const [added, setAdded] = useState<Locale[]>([])
  // An exercise of one's own has all its texts in its form.
  const isOwnExercise = draft.kind === 'EXERCISE' && findAuthoredExercise(draft.exercise) !== null
  const shown = LOCALES.filter(
    (locale) =>
      !isOwnExercise &&
      (deckLocales.includes(locale) || draft.fields[locale] !== undefined || added.includes(locale)),
  )
  // Where writing begins: in the author's own language, where the deck has it.
  const reader = useLocale()
  const begin = shown.includes(reader) ? reader : shown[0]
  const missing = LOCALES.filter((locale) => !isOwnExercise && !shown.includes(locale))
  const write = (locale: Locale, source: NoteSource) =>
    onChange({ ...draft, fields: { ...draft.fields, [locale]: source } })
  // What is wrong with an exercise of one's own its form says at the place.
  const general = problems.filter(({ line, code }) => line === undefined && code !== 'exercise')
  return (
    <div className="grid gap-5">
      <div className="grid items-start gap-3 sm:grid-cols-[15rem_1fr]">
        <Select
          label={text.kind}
          value={draft.kind}
          disabled={isReadOnly}
          onChange={(event) =>
            onChange({ ...draft, kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'BASIC' })
          }
          options={KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        />
        <TagField
          ref={props.tagField}
          tags={draft.tags}
          allTags={allTags}
          isReadOnly={isReadOnly}
          onChange={(tags) => onChange({ ...draft, tags })}
        />
      </div>
      {draft.kind === 'EXERCISE' ? (
        <Suspense fallback={<p className="text-soft text-sm">{text.loading}</p>}>
          <ExerciseFields
            exercise={draft.exercise}
            isReadOnly={isReadOnly}
            onChange={(exercise) => onChange({ ...draft, exercise })}
          />
        </Suspense>
      ) : null}
      <div className={shown.length > 1 ? 'grid gap-x-5 gap-y-6 md:grid-cols-2' : 'grid gap-6'}>
        {shown.map((locale) => {
          const source = draft.fields[locale]
          const isEmpty = !source || (source.front.trim() === '' && source.back.trim() === '')
          return (
            <section
              key={locale}
              aria-labelledby={`${headingId}-${locale}`}
              onFocus={() => props.onLanguage(locale)}
              className="grid content-start gap-2"
            >
              <h2
                id={`${headingId}-${locale}`}
                className="flex items-baseline gap-3 font-sans text-sm font-medium"
              >
                {text.language[locale]}
                {isEmpty && draft.kind !== 'EXERCISE' ? (
                  <span className="text-caution text-xs font-normal">
                    {text.lacks(text.language[locale])}
                  </span>
                ) : null}
              </h2>
              <LanguageFields
                kind={draft.kind}
                source={source ?? EMPTY}
                onChange={(next) => write(locale, next)}
                locale={locale}
                problems={problems.filter((problem) => problem.locale === locale)}
                isReadOnly={isReadOnly}
                onImages={props.onImages}
                onFirstField={locale === begin ? props.onFirstField : undefined}
              />
            </section>
          )
        })}
      </div>
      {missing.length > 0 && !isReadOnly ? (
        <div className="-mt-2">
          {missing.map((locale) => (
            <Button key={locale} look="quiet" onClick={() => setAdded([...added, locale])}>
              {text.addLanguage(text.language[locale])}
            </Button>
          ))}
        </div>
      ) : null}
      {general.length > 0 ? (
        <div className="border-caution border-s-2 ps-4 text-sm">
          <p className="font-medium">{text.problems}</p>
          <ul>
            {general.map(({ code, locale, message }) => (
              <li key={`${code} ${locale ?? ''} ${message}`} className="text-soft">
                {locale ? `${text.language[locale]}: ` : null}
                {message}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <details className="text-sm" open={hadSource}>
        <summary className="text-soft min-h-8">{text.source}</summary>
        <div className="max-w-measure pt-2">
          <Field
            label={text.source}
            hint={text.sourceHint}
            value={draft.source ?? ''}
            readOnly={isReadOnly}
            maxLength={500}
            onChange={(event) => onChange({ ...draft, source: event.currentTarget.value })}
          />
        </div>
      </details>
    </div>
  )
}
