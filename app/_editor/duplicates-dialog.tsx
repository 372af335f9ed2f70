'use client'

import { useEffect, useState } from 'react'
import type { DraftHead } from '@/lib/authoring/drafts/list-draft'
import type { DuplicateGroup } from '@/lib/core/content/find-duplicates'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'
import { StatusLine } from '../_ui/status-line'

type DuplicatesProps = {
  slug: string
  heads: DraftHead[]
  onOpen: (id: string) => void
  onDelete: (id: string) => void
  onClose: () => void
}

export function DuplicatesDialog({ isOpen, ...props }: DuplicatesProps & { isOpen: boolean }) {
  const text = useText(editorText)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={props.onClose}
      title={text.duplicates.title}
      className="w-[min(44rem,calc(100vw-2rem))]"
      actions={<Button onClick={props.onClose}>{text.help.close}</Button>}
    >
      <Duplicates {...props} />
    </Dialog>
  )
}

/** Notes that ask the same or nearly, side by side: to be opened, or deleted, which can be undone. */
function Duplicates({ slug, heads, onOpen, onDelete, onClose }: DuplicatesProps) {
  const text = useText(editorText)
  const words = text.duplicates
  const reader = useLocale()
  const [groups, setGroups] = useState<DuplicateGroup[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void callApi<{ groups: DuplicateGroup[] }>('GET', `/decks/${slug}/draft/duplicates`).then((answer) => {
      if (answer.ok) setGroups(answer.value.groups)
      else setProblem(answer.message)
    })
  }, [slug])
  const headOf = new Map(heads.map((head) => [head.id, head]))
  const shown = (groups ?? [])
    .map(({ likeness, ids }) => ({
      likeness,
      notes: ids.flatMap((id) => headOf.get(id) ?? []).filter(({ state }) => state !== 'deleted'),
    }))
    .filter(({ notes }) => notes.length > 1)
  return (
    <div className="grid gap-4">
      <StatusLine tone="danger">{problem}</StatusLine>
      <StatusLine>
        {groups === null && problem === null
          ? words.searching
          : groups !== null && shown.length === 0
            ? words.none
            : null}
      </StatusLine>
      {shown.length > 0 ? <p className="text-soft text-sm">{words.lead}</p> : null}
      {shown.slice(0, 100).map(({ likeness, notes }) => (
        <section key={notes[0]?.id} className="border-hairline border-t pt-3">
          <h3 className="text-soft font-sans text-xs font-medium">
            {likeness === 'same' ? words.same : words.near}
          </h3>
          <ul>
            {notes.map(({ id, excerpt, kind, tags }) => {
              const asked = excerpt[reader] ?? excerpt.en ?? excerpt.zh ?? text.noText
              return (
                <li key={id} className="flex flex-wrap items-center gap-x-2 py-1">
                  <span className="min-w-0 flex-1 basis-60 text-sm">
                    {asked}
                    <span className="text-soft block text-xs">{[text.kinds[kind], ...tags].join(' · ')}</span>
                  </span>
                  <Button
                    look="quiet"
                    aria-label={`${words.open}: ${asked}`}
                    onClick={() => {
                      onOpen(id)
                      onClose()
                    }}
                  >
                    {words.open}
                  </Button>
                  <Button
                    look="quiet"
                    className="text-danger"
                    aria-label={`${text.delete}: ${asked}`}
                    onClick={() => onDelete(id)}
                  >
                    {text.delete}
                  </Button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
