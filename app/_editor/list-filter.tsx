'use client'

import { useMemo, type Ref } from 'react'
import type { DraftHead } from '@/lib/authoring/drafts/list-draft'
import type { NoteKind } from '@/lib/core/content/content'
import { formatNumber } from '@/lib/platform/i18n/format'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { CONTROL } from '../_ui/field'
import { Select } from '../_ui/select'
import { SHOWS, type NoteFilter } from './filter-notes'
import { listTags } from './list-tags'
import { KINDS } from './note-form'

type ListFilterProps = {
  filter: NoteFilter
  onFilter: (filter: NoteFilter) => void
  heads: DraftHead[]
  searchField: Ref<HTMLInputElement>
}

export function ListFilter({ filter, onFilter, heads, searchField }: ListFilterProps) {
  const text = useText(editorText)
  const locale = useLocale()
  const tags = useMemo(() => listTags(heads), [heads])
  return (
    <div className="grid gap-2">
      <input
        ref={searchField}
        type="search"
        aria-label={text.search}
        placeholder={text.searchHint}
        className={CONTROL}
        value={filter.words}
        maxLength={200}
        onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      <details className="text-sm">
        <summary className="text-soft min-h-9 content-center text-sm">
          {text.show}: {text.shows[filter.show]}
          {filter.kind ? ` · ${text.kinds[filter.kind]}` : null}
          {filter.tag ? ` · ${filter.tag}` : null}
        </summary>
        <div className="grid gap-2 pb-2">
          <Select
            label={text.show}
            value={filter.show}
            onChange={(event) =>
              onFilter({ ...filter, show: SHOWS.find((show) => show === event.currentTarget.value) ?? 'all' })
            }
            options={SHOWS.map((show) => ({ value: show, label: text.shows[show] }))}
          />
          <Select
            label={text.kind}
            value={filter.kind ?? ''}
            onChange={(event) => {
              const kind: NoteKind | null = KINDS.find((each) => each === event.currentTarget.value) ?? null
              onFilter({ ...filter, kind })
            }}
            options={[
              { value: '', label: text.anyKind },
              ...KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] })),
            ]}
          />
          <Select
            label={text.tag}
            value={filter.tag ?? ''}
            onChange={(event) => onFilter({ ...filter, tag: event.currentTarget.value || null })}
            options={[
              { value: '', label: text.anyTag },
              ...tags.map(({ tag, depth, name, count }) => ({
                value: tag,
                label: `${'\u2003'.repeat(depth)}${name} (${formatNumber(locale, count)})`,
              })),
            ]}
          />
        </div>
      </details>
    </div>
  )
}
