'use client'

import type { UpstreamChange } from '@/lib/authoring/upstream/find-changes'
import { LOCALES, type NoteDraft, type NoteSource } from '@/lib/core/content/content'
import { SOURCE_PARTS, type SourcePart } from '@/lib/core/content/merge-fields'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { upstreamText } from '../_text/upstream'
import { DiffText } from '../_ui/diff-text'
import { ChangeHead } from './change-head'
import { ChangedWords } from './changed-words'

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
      <ChangeHead name={key} {...{ kind, isConflict, isTaken, canTake, isBusy, onTake }} />
      {isConflict ? <p className="text-caution text-sm">{text.conflict[kind]}</p> : null}
      {lines.map(({ locale, part, before, after }) => (
        <ChangedWords
          key={`${locale} ${part}`}
          label={
            <>
              {text.parts[part]} · <span lang={languageTag(locale)}>{text.languages[locale]}</span>
            </>
          }
          {...{ locale, before, after }}
          className="font-mono"
        />
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
