'use client'

import type { UpstreamChange } from '@/lib/authoring/upstream/find-changes'
import { LOCALES, type NoteDraft, type NoteSource } from '@/lib/core/content/content'
import { SOURCE_PARTS, type SourcePart } from '@/lib/core/content/merge-fields'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { upstreamText } from '../_text/upstream'
import { Button } from '../_ui/button'
import { DiffText } from '../_ui/diff-text'

type ChangeItemProps = {
  change: UpstreamChange
  isTaken: boolean
  canTake: boolean
  isBusy: boolean
  onTake: () => void
}

/** One note: what taking it over would do to it, word by word. */
export function ChangeItem({ change, isTaken, canTake, isBusy, onTake }: ChangeItemProps) {
  const text = useText(upstreamText)
  const { key, kind, isConflict, ours, merged } = change
  const lines = LOCALES.flatMap((locale) =>
    SOURCE_PARTS.flatMap((part) => {
      const [before, after] = [spell(ours?.fields[locale], part), spell(merged?.fields[locale], part)]
      return before === after ? [] : [{ locale, part, before, after }]
    }),
  )
  const [tagsBefore, tagsAfter] = [tagsOf(ours), tagsOf(merged)]
  return (
    <li className="border-hairline grid gap-3 border-t py-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="me-auto font-sans text-sm">
          <span className={kind === 'removed' ? 'text-danger font-medium' : 'text-accent font-medium'}>
            {text.kinds[kind]}
          </span>{' '}
          <span className="text-soft break-all">{key}</span>
        </h2>
        {isTaken ? (
          <p className="text-good text-sm">{text.taken}</p>
        ) : canTake ? (
          <Button
            look={isConflict ? 'danger' : 'plain'}
            isBusy={isBusy}
            aria-label={text.takeOf(key)}
            onClick={onTake}
          >
            {text.takeOne}
          </Button>
        ) : null}
      </div>
      {isConflict ? <p className="text-caution text-sm">{text.conflict[kind]}</p> : null}
      {lines.map(({ locale, part, before, after }) => (
        <div key={`${locale} ${part}`} className="grid max-w-measure gap-1">
          <p className="text-soft text-xs">
            {text.parts[part]} · <span lang={languageTag(locale)}>{text.languages[locale]}</span>
          </p>
          <DiffText
            {...{ before, after }}
            lang={languageTag(locale)}
            className="bg-sunk rounded-md p-3 font-mono text-sm"
          />
        </div>
      ))}
      {tagsBefore !== tagsAfter && kind === 'changed' ? (
        <div className="grid max-w-measure gap-1">
          <p className="text-soft text-xs">{text.tags}</p>
          <DiffText before={tagsBefore} after={tagsAfter} className="text-sm" />
        </div>
      ) : null}
      {lines.length === 0 && tagsBefore === tagsAfter ? (
        <p className="text-soft text-sm">{text.other}</p>
      ) : null}
    </li>
  )
}

function spell(source: NoteSource | undefined, part: SourcePart): string {
  if (!source) return ''
  return part === 'answers' ? (source.answers ?? []).join('\n') : source[part]
}

const tagsOf = (draft: NoteDraft | null) => [...(draft?.tags ?? [])].sort().join(', ')
