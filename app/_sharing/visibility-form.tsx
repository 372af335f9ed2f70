'use client'

import { useId, useState } from 'react'
import type { DeckSharing } from '@/lib/authoring/change-deck'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { sharingText } from '../_text/sharing'
import { StatusLine } from '../_ui/status-line'
import { DeckLink } from './deck-link'

const CHOICES = ['PRIVATE', 'UNLISTED', 'PUBLIC'] as const

type VisibilityFormProps = { slug: string; sharing: DeckSharing & { barredReason: string | null } }

/** Saved as it is chosen. */
export function VisibilityForm({ slug, sharing }: VisibilityFormProps) {
  const text = useText(sharingText)
  const name = useId()
  const [now, setNow] = useState<DeckSharing>(sharing)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function choose(visibility: DeckSharing['visibility']) {
    if (isBusy) return
    const before = now
    setBusy(true)
    setStatus(null)
    setNow({ ...now, visibility })
    const answer = await callApi<DeckSharing>('PATCH', `/decks/${slug}`, { visibility })
    setBusy(false)
    setNow(answer.ok ? answer.value : before)
    setStatus(answer.ok ? { tone: 'good', words: text.saved } : { tone: 'danger', words: answer.message })
  }

  return (
    <div className="grid gap-5">
      {sharing.barredReason !== null ? (
        <div className="border-caution grid gap-1 border-s-2 ps-4 text-sm">
          <p className="font-medium">{text.barred}</p>
          <p className="break-words whitespace-pre-line">{sharing.barredReason}</p>
          <p className="text-soft">{text.barredHint}</p>
        </div>
      ) : null}
      <fieldset className="grid gap-1">
        <legend className="sr-only">{text.who}</legend>
        {CHOICES.map((choice) => (
          <label
            key={choice}
            className="has-checked:bg-accent-wash has-disabled:opacity-60 flex min-h-11 items-start gap-3 rounded-md px-3 py-2.5"
          >
            <input
              type="radio"
              name={name}
              value={choice}
              checked={now.visibility === choice}
              disabled={choice === 'PUBLIC' && sharing.barredReason !== null}
              onChange={() => void choose(choice)}
              aria-describedby={`${name}-${choice}`}
              className="mt-0.5 size-5 shrink-0"
            />
            <span className="grid gap-0.5">
              <span className="text-sm font-medium">{text.visibility[choice].name}</span>
              <span id={`${name}-${choice}`} className="text-soft text-sm">
                {text.visibility[choice].hint}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
      {now.visibility === 'UNLISTED' ? (
        <DeckLink slug={slug} link={now.link} onRenew={(link) => setNow({ ...now, link })} />
      ) : null}
    </div>
  )
}
