'use client'

import { useId, useState } from 'react'
import type { DraftNoteView } from '@/lib/authoring/drafts/draft-note-view'
import type { NoteDraft } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { listDifferences, mergeDrafts, type PartName } from './merge-drafts'

type ConflictPanelProps = { mine: NoteDraft; theirs: DraftNoteView; onResolve: (draft: NoteDraft) => void }

/** Two people saved: both are shown, part by part, and the second chooses. Nothing is overwritten unseen. */
export function ConflictPanel({ mine, theirs, onResolve }: ConflictPanelProps) {
  const text = useText(editorText)
  const words = text.conflict
  const id = useId()
  const [takenFromThem, setTaken] = useState<ReadonlySet<PartName>>(new Set())
  const differences = listDifferences(mine, theirs)
  const take = (name: PartName, isTheirs: boolean) => {
    const next = new Set(takenFromThem)
    if (isTheirs) next.add(name)
    else next.delete(name)
    setTaken(next)
  }
  const label = ({ part, locale }: { part: string; locale?: 'zh' | 'en' }) => {
    const names: Record<string, string> = {
      kind: text.kind,
      tags: text.tags,
      source: text.source,
      exercise: text.exercise,
      front: text.front,
      back: text.back,
      answers: text.accepted,
    }
    return [locale ? text.language[locale] : null, names[part]].filter(Boolean).join(' · ')
  }
  return (
    <section aria-labelledby={id} className="border-caution grid gap-4 border-s-2 ps-4 sm:ps-5" role="alert">
      <h2 id={id} className="text-xl">
        {words.title}
      </h2>
      <p className="text-soft max-w-measure">
        {words.lead(theirs.savedBy?.name ? theirs.savedBy.name : words.somebody)}
      </p>
      {differences.map(({ name, part, locale, mine: own, theirs: other }) => (
        <fieldset key={name} className="grid gap-2">
          <legend className="text-sm font-medium">{label({ part, locale })}</legend>
          <div className="mt-1 grid gap-3 sm:grid-cols-2">
            {[
              { isTheirs: false, who: words.mine, value: own },
              { isTheirs: true, who: words.theirs, value: other },
            ].map(({ isTheirs, who, value }) => (
              <label
                key={who}
                className="border-hairline has-checked:border-accent has-checked:bg-accent-wash grid cursor-pointer grid-cols-[auto_1fr] gap-x-3 gap-y-1 rounded-md border p-3"
              >
                <input
                  type="radio"
                  name={`${id} ${name}`}
                  checked={takenFromThem.has(name) === isTheirs}
                  onChange={() => take(name, isTheirs)}
                  className="mt-1"
                />
                <span className="text-sm font-medium">{who}</span>
                <span className="col-start-2 text-sm break-words whitespace-pre-wrap">
                  {value === '' ? <span className="text-soft">({words.empty})</span> : value}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={() => onResolve(mergeDrafts(mine, theirs, takenFromThem))}>
          {words.save}
        </Button>
        <Button onClick={() => setTaken(new Set())}>{words.keepMine}</Button>
        <Button onClick={() => setTaken(new Set(differences.map(({ name }) => name)))}>
          {words.takeTheirs}
        </Button>
      </div>
    </section>
  )
}
