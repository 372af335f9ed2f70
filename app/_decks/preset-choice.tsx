'use client'

import { useState } from 'react'
import { callApi } from '../_api/call-api'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { decksText } from '../_text/decks'
import { Select } from '../_ui/select'
import { StatusLine } from '../_ui/status-line'
import { TextLink } from '../_ui/text-link'

type PresetChoiceProps = { deckId: string; presetId: string; presets: { id: string; name: string }[] }

/** Which of the learner's sets of limits and steps this deck is studied under; saved at once. Folded: the cards come first. */
export function PresetChoice({ deckId, presetId, presets }: PresetChoiceProps) {
  const text = useText(decksText)
  const [chosen, setChosen] = useState(presetId)
  const [status, setStatus] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  async function choose(next: string) {
    setChosen(next)
    setStatus(null)
    const answer = await callApi('PUT', `/study/decks/${deckId}/preset`, { presetId: next })
    setStatus(answer.ok ? { tone: 'good', words: text.saved } : { tone: 'danger', words: answer.message })
    if (!answer.ok) setChosen(chosen)
  }
  const now = presets.find(({ id }) => id === chosen)?.name ?? ''
  return (
    <details className="max-w-80">
      <summary className="text-accent py-2.5 text-sm">{text.options(now)}</summary>
      <Select
        label={text.optionSet}
        hint={text.optionsHint}
        value={chosen}
        onChange={(event) => void choose(event.currentTarget.value)}
        options={presets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <StatusLine tone={status?.tone}>{status?.words}</StatusLine>
      <p className="text-sm">
        <TextLink href={`/settings/studying?preset=${encodeURIComponent(chosen)}`} isAlone>
          {text.editOptions}
        </TextLink>
      </p>
    </details>
  )
}
