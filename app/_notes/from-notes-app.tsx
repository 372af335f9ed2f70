'use client'

import { useCallback, useMemo, useState } from 'react'
import { LOCALES, type Locale } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { fromNotesText } from '../_text/from-notes'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { EmptyState } from '../_ui/empty-state'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { NotesInput } from './notes-input'
import { ProposalRow } from './proposal-row'
import { languageOf, useProposals } from './use-proposals'

/** Notes in, proposals out, each to be taken, changed or left; what is taken becomes drafts. */
export function FromNotesApp({ slug }: { slug: string }) {
  const text = useText(fromNotesText)
  const notes = useProposals(slug)
  const { reading, proposals, saving, change } = notes
  const [locale, setLocale] = useState<Locale>('en')
  const [tag, setTag] = useState('')
  const lines = useMemo(() => notes.text.split(/\r\n|\r|\n/), [notes.text])
  const onChange = useCallback<typeof change>((id, what) => change(id, what), [change])
  const open = proposals.filter((each) => each.decision === 'open').length
  const taken = proposals.filter((each) => each.decision === 'taken').length

  function read(from: string) {
    setLocale(languageOf(from))
    notes.read(from)
  }

  if (saving?.isDone)
    return (
      <EmptyState
        title={text.saved(saving.all)}
        action={
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="primary" href={`/decks/${slug}/edit`}>
              {text.toEditor}
            </ButtonLink>
            <Button onClick={notes.startAgain}>{text.again2}</Button>
          </div>
        }
      />
    )
  if (reading === null)
    return (
      <NotesInput value={notes.text} onChange={notes.setText} onRead={read} isTooLong={notes.isTooLong} />
    )
  if (proposals.length === 0)
    return (
      <EmptyState title={text.none} action={<Button onClick={notes.startAgain}>{text.again2}</Button>}>
        {text.noneHint}
      </EmptyState>
    )
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-48">
          <Select
            label={text.language}
            value={locale}
            onChange={(event) =>
              setLocale(LOCALES.find((each) => each === event.currentTarget.value) ?? 'en')
            }
            options={LOCALES.map((each) => ({ value: each, label: text.languages[each] }))}
          />
        </div>
        <div className="w-56">
          <Field
            label={text.tag}
            value={tag}
            maxLength={60}
            onChange={(event) => setTag(event.currentTarget.value)}
          />
        </div>
        {open > 0 ? (
          <>
            <Button onClick={() => notes.decideAll('taken')}>{text.takeAll(open)}</Button>
            <Button look="quiet" onClick={() => notes.decideAll('dropped')}>
              {text.dropAll}
            </Button>
          </>
        ) : null}
        <Button look="quiet" onClick={notes.startAgain}>
          {text.again2}
        </Button>
      </div>
      <section aria-label={text.title}>
        <p role="status" className="text-soft mb-3 text-sm">
          {text.found(proposals.length)}
        </p>
        <ol className="border-hairline border-b">
          {proposals.map((proposal) => (
            <ProposalRow
              key={proposal.id}
              proposal={proposal}
              locale={locale}
              source={lines.slice(proposal.origin.firstLine - 1, proposal.origin.lastLine).join('\n')}
              onChange={onChange}
            />
          ))}
        </ol>
      </section>
      {reading.dropped.length > 0 ? (
        <details className="text-sm">
          <summary className="text-soft min-h-9">
            {text.left} ({reading.dropped.length})
          </summary>
          <ul className="grid gap-1 py-2">
            {reading.dropped.map(({ line, text: words, why }) => (
              <li key={`${line} ${words}`} className="text-soft break-words">
                {text.from(line, line)} ({text.why[why]}): {words}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="bg-paper border-hairline sticky bottom-14 z-5 flex flex-wrap items-center gap-4 border-t py-3 sm:bottom-0">
        <Button
          look="primary"
          disabled={taken === 0}
          isBusy={saving !== null && saving.failure === null}
          onClick={() => {
            if (saving === null || saving.failure !== null) void notes.save(locale, tag)
          }}
        >
          {saving?.failure ? text.goOn : text.save(taken)}
        </Button>
        <StatusLine>
          {saving !== null && saving.failure === null ? text.saving(saving.done, saving.all) : null}
        </StatusLine>
        <StatusLine tone="danger">
          {saving?.failure ? `${text.stopped(saving.done, saving.all)} ${saving.failure}` : null}
        </StatusLine>
      </div>
    </div>
  )
}
