'use client'

import { useId, useState } from 'react'
import type { ImportView } from '@/lib/authoring/exchange/get-import'
import type { Locale } from '@/lib/core/content/content'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { inLocale } from '../_decks/in-locale'
import { decksText } from '../_text/decks'
import { importsText } from '../_text/imports'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { Switch } from '../_ui/switch'

export type ImportChoice = Omit<NonNullable<ImportView['options']>, 'decks'>

const NEW_DECK = ''

type ImportChoicesProps = { job: ImportView; isBusy: boolean; onChoose: (options: ImportChoice) => void }

/** Each choice is sent as it is made, and the preview above it follows. */
export function ImportChoices({ job, isBusy, onChoose }: ImportChoicesProps) {
  const text = useText(importsText)
  const names = useText(decksText)
  const locale = useLocale()
  const headingId = useId()
  const { summary, options } = job
  const [tags, setTags] = useState(options?.tags.join(', ') ?? '')
  if (!summary || !options) return null
  const { decks, ...chosen } = options
  const choose = (change: Partial<ImportChoice>) => (isBusy ? undefined : onChoose({ ...chosen, ...change }))
  const readTags = () => [
    ...new Set(
      tags
        .split(/[,，]/)
        .map((tag) => tag.trim().replace(/\s+/g, '_').slice(0, 60))
        .filter(Boolean),
    ),
  ]
  const targets = [
    { value: NEW_DECK, label: text.newDeck },
    ...job.choices.map(({ slug, title }) => ({ value: slug, label: inLocale(title, locale)?.value ?? slug })),
  ]
  return (
    <section aria-labelledby={headingId} aria-busy={isBusy || undefined} className="grid gap-5">
      <h2 id={headingId} className="text-xl">
        {text.choices}
      </h2>
      <div className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
        {decks.slice(0, 40).map(({ group, slug, isNew, noteCount }) => (
          <Select
            key={group}
            label={text.target(group, noteCount)}
            value={isNew ? NEW_DECK : slug}
            disabled={isBusy}
            options={targets}
            onChange={(event) =>
              choose({ targets: { ...chosen.targets, [group]: event.currentTarget.value || null } })
            }
          />
        ))}
        {summary.hasNestedDecks ? (
          <Select
            label={text.nested}
            value={chosen.nested}
            disabled={isBusy}
            options={[
              { value: 'tags', label: text.nestedTags },
              { value: 'decks', label: text.nestedDecks },
            ]}
            onChange={(event) =>
              choose({ nested: event.currentTarget.value === 'decks' ? 'decks' : 'tags', targets: {} })
            }
          />
        ) : null}
        {summary.hasOwnLanguages ? null : (
          <Select
            label={text.language}
            hint={text.languageHint}
            value={chosen.language}
            disabled={isBusy}
            options={(['zh', 'en'] satisfies Locale[]).map((of) => ({
              value: of,
              label: names.languages[of],
            }))}
            onChange={(event) => choose({ language: event.currentTarget.value === 'zh' ? 'zh' : 'en' })}
          />
        )}
        {summary.undecided > 0 ? (
          <Select
            label={text.conflicts}
            hint={text.conflictsHint}
            value={chosen.except.length > 0 ? 'each' : chosen.conflicts}
            disabled={isBusy}
            options={[
              ...(chosen.except.length > 0 ? [{ value: 'each', label: text.conflictsEach }] : []),
              { value: 'mine', label: text.conflictsMine },
              { value: 'file', label: text.conflictsFile },
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget
              if (value !== 'each') choose({ conflicts: value === 'file' ? 'file' : 'mine', except: [] })
            }}
          />
        ) : null}
        <Field
          label={text.tags}
          hint={text.tagsHint}
          value={tags}
          readOnly={isBusy}
          onChange={(event) => setTags(event.currentTarget.value)}
          onBlur={() => {
            if (readTags().join() !== chosen.tags.join()) choose({ tags: readTags() })
          }}
        />
      </div>
      <div className="grid max-w-measure gap-3">
        {summary.hasScheduling ? (
          <Switch
            label={text.scheduling}
            hint={text.schedulingHint}
            checked={chosen.scheduling}
            disabled={isBusy}
            onChange={(event) => choose({ scheduling: event.currentTarget.checked })}
          />
        ) : null}
        {decks.some(({ isNew }) => isNew) ? (
          <Switch
            label={text.study}
            checked={chosen.study}
            disabled={isBusy}
            onChange={(event) => choose({ study: event.currentTarget.checked })}
          />
        ) : null}
        {summary.removed > 0 ? (
          <Switch
            label={text.remove(summary.removed)}
            hint={text.removeHint}
            checked={chosen.remove}
            disabled={isBusy}
            onChange={(event) => choose({ remove: event.currentTarget.checked })}
          />
        ) : null}
      </div>
    </section>
  )
}
