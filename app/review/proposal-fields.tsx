'use client'

import type { NoteKind, NoteSource } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { reportsText } from '../_text/reports'
import { TextArea } from '../_ui/text-area'

type ProposalFieldsProps = { kind: NoteKind; value: NoteSource; onChange: (value: NoteSource) => void }

/** A note's text in one language, as its author wrote it, to be bettered. */
export function ProposalFields({ kind, value, onChange }: ProposalFieldsProps) {
  const text = useText(reportsText).dialog
  const names = kind === 'CLOZE' ? text.clozeParts : text.parts
  return (
    <>
      <TextArea
        label={names.front}
        hint={text.sourceHint}
        value={value.front}
        maxLength={20_000}
        className="font-mono text-sm"
        onChange={(event) => onChange({ ...value, front: event.currentTarget.value })}
      />
      {kind === 'TYPED' ? (
        <TextArea
          label={names.answers}
          value={(value.answers ?? []).join('\n')}
          rows={2}
          className="font-mono text-sm"
          onChange={(event) => onChange({ ...value, answers: event.currentTarget.value.split('\n') })}
        />
      ) : null}
      <TextArea
        label={kind === 'TYPED' ? text.clozeParts.back : names.back}
        value={value.back}
        maxLength={20_000}
        className="font-mono text-sm"
        onChange={(event) => onChange({ ...value, back: event.currentTarget.value })}
      />
    </>
  )
}
