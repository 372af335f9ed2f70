'use client'

import { useEffect, useState } from 'react'
import type { ImportItemsView } from '@/lib/authoring/exchange/get-import'
import type { NoteDraft } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { importsText } from '../_text/imports'
import { Button } from '../_ui/button'
import { StatusLine } from '../_ui/status-line'
import { choiceOf } from '@/lib/authoring/exchange/import-choice'
import type { ImportChoice } from './import-choices'
import type { Outcome } from './import-preview'

type Item = ImportItemsView['items'][number]

type Choice = 'mine' | 'file'

type ImportItemsProps = {
  id: string
  outcome: Outcome
  chosen: Pick<ImportChoice, 'conflicts' | 'except'>
  isBusy: boolean
  onChoose: (position: number, choice: Choice) => void
}

/** The notes of one outcome, fifty at a time, each as it is written; of changed ones both states. */
export function ImportItems({ id, outcome, chosen, isBusy, onChoose }: ImportItemsProps) {
  const text = useText(importsText)
  const [items, setItems] = useState<Item[]>([])
  const [next, setNext] = useState<number | null>(-1)
  const [problem, setProblem] = useState<string | null>(null)

  async function load(after: number, before: Item[]) {
    const answer = await callApi<ImportItemsView>(
      'GET',
      `/imports/${id}/items?outcome=${outcome}&after=${after}`,
    )
    if (!answer.ok) return setProblem(answer.message)
    setItems([...before, ...answer.value.items])
    setNext(answer.value.next)
  }

  useEffect(() => {
    let isGone = false
    void callApi<ImportItemsView>('GET', `/imports/${id}/items?outcome=${outcome}&after=-1`).then(
      (answer) => {
        if (isGone) return
        if (!answer.ok) return setProblem(answer.message)
        setItems(answer.value.items)
        setNext(answer.value.next)
      },
    )
    return () => {
      isGone = true
    }
  }, [id, outcome])

  return (
    <div className="grid gap-4">
      <p className="text-soft text-sm">{text.outcomeHints[outcome]}</p>
      {items.length === 0 && next === null ? <p className="text-soft">{text.noneOf}</p> : null}
      {items.length > 0 ? (
        <ul className="border-hairline border-b">
          {items.map((item) => (
            <li key={item.position} className="border-hairline grid gap-1 border-t py-1">
              <details>
                <summary className="hover:text-accent min-h-11 cursor-pointer py-2.5 wrap-anywhere">
                  {item.name}
                </summary>
                <Words item={item} />
              </details>
              {item.reason ? <p className="text-caution pb-2 text-sm wrap-anywhere">{item.reason}</p> : null}
              {item.mayChoose ? (
                <Decision
                  item={item}
                  choice={choiceOf(chosen, item.position)}
                  isBusy={isBusy}
                  onChoose={(choice) => onChoose(item.position, choice)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <StatusLine tone="danger">{problem}</StatusLine>
      {next !== null && items.length > 0 ? (
        <div>
          <Button onClick={() => void load(next, items)}>{text.more}</Button>
        </div>
      ) : null}
    </div>
  )
}

type DecisionProps = { item: Item; choice: Choice; isBusy: boolean; onChoose: (choice: Choice) => void }

/** Which of both sides a note in conflict takes. */
function Decision({ item, choice, isBusy, onChoose }: DecisionProps) {
  const text = useText(importsText)
  const words = { mine: text.conflictsMine, file: text.conflictsFile }
  return (
    <fieldset className="flex flex-wrap gap-x-6 pb-1">
      <legend className="sr-only">{text.choiceFor(item.name)}</legend>
      {(['mine', 'file'] satisfies Choice[]).map((each) => (
        <label key={each} className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-sm">
          <input
            type="radio"
            name={`conflict-${item.position}`}
            checked={choice === each}
            disabled={isBusy}
            onChange={() => onChoose(each)}
            className="accent-accent size-4"
          />
          {words[each]}
        </label>
      ))}
    </fieldset>
  )
}

function Words({ item }: { item: Item }) {
  const text = useText(importsText)
  const [before, after] = [draftOf(item.before), draftOf(item.after)]
  if (!after) return null
  return (
    <div className="grid gap-6 py-2 text-sm md:grid-cols-2">
      {before ? <Side name={text.before} draft={before} /> : null}
      <Side name={before ? text.after : null} draft={after} />
    </div>
  )
}

function Side({ name, draft }: { name: string | null; draft: NoteDraft }) {
  const text = useText(importsText)
  const fields = Object.entries(draft.fields)
  return (
    <div className="grid content-start gap-2">
      {name ? <p className="text-soft font-medium">{name}</p> : null}
      {fields.map(([locale, field]) => (
        <dl key={locale} lang={languageTag(locale === 'zh' ? 'zh' : 'en')} className="grid gap-1">
          {[
            [text.front, field.front],
            [text.back, [...(field.answers ?? []), field.back].filter(Boolean).join('\n')],
          ].map(([label, value]) =>
            value === '' ? null : (
              <div key={label} className="grid gap-0.5">
                <dt className="text-soft text-xs">{label}</dt>
                <dd className="bg-sunk rounded-md px-3 py-2 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
                  {value}
                </dd>
              </div>
            ),
          )}
        </dl>
      ))}
      {draft.tags.length > 0 ? <p className="text-soft text-xs">{draft.tags.join(' · ')}</p> : null}
    </div>
  )
}

/** What the server wrote of a note's words, shown as they are written. */
const draftOf = (value: unknown): NoteDraft | null => (value ? (value as NoteDraft) : null)
