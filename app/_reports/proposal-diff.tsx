'use client'

import type { ReportView } from '@/lib/authoring/reports/list-reports'
import type { NoteSource } from '@/lib/core/content/content'
import { SOURCE_PARTS, type SourcePart } from '@/lib/core/content/merge-fields'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { reportsText } from '../_text/reports'
import { DiffText } from '../_ui/diff-text'

/** What a proposal changes, and where it meets what the authors changed themselves. */
export function ProposalDiff({ report, proposal }: { report: ReportView; proposal: NoteSource }) {
  const text = useText(reportsText).inbox
  const { note, conflicts, status, locale } = report
  const before = status === 'OPEN' ? note.now : note.seen
  // What the learner left as it was is no change of theirs, though the authors may have changed it since.
  const parts = SOURCE_PARTS.filter((part) => spell(note.seen, part) !== spell(proposal, part))
  const isMoved = status === 'OPEN' && parts.some((part) => spell(note.seen, part) !== spell(note.now, part))
  return (
    <section aria-label={text.proposal} className="grid gap-3">
      <h3 className="font-sans text-sm font-medium">
        {text.proposal} · <span lang={languageTag(locale)}>{text.languages[locale]}</span>
      </h3>
      {parts.map((part) => (
        <div key={part} className="grid gap-1">
          <p className="text-soft text-xs">{text.parts[part]}</p>
          <DiffText
            before={spell(before, part)}
            after={spell(proposal, part)}
            lang={languageTag(locale)}
            className="bg-sunk rounded-md p-3 font-mono text-sm"
          />
        </div>
      ))}
      {status === 'OPEN' && note.isGone ? <p className="text-caution text-sm">{text.gone}</p> : null}
      {conflicts.length > 0 ? (
        <p className="text-caution text-sm">
          {text.conflict(conflicts.map((part) => text.parts[part]).join(text.and))}
        </p>
      ) : isMoved ? (
        <p className="text-soft text-sm">{text.changed}</p>
      ) : null}
    </section>
  )
}

function spell(source: NoteSource | null, part: SourcePart): string {
  if (!source) return ''
  return part === 'answers' ? (source.answers ?? []).join('\n') : source[part]
}
