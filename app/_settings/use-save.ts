'use client'

import { useRef, useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { ApiAnswer } from '../_api/call-api'
import { settingsText } from '../_text/settings'

type Outcome = { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; message: string }

/** For settings that are saved as they are changed: what to say of the last save, and whether it succeeded. */
export function useSave() {
  const text = useText(settingsText)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const latest = useRef(0)
  async function save(send: () => Promise<ApiAnswer<unknown>>): Promise<boolean> {
    const turn = ++latest.current
    setOutcome({ kind: 'saving' })
    const answer = await send()
    // Of two saves under way only the later one speaks.
    if (turn === latest.current)
      setOutcome(answer.ok ? { kind: 'saved' } : { kind: 'failed', message: answer.message })
    return answer.ok
  }
  return { saying: outcome === null ? null : say(outcome), save }

  // Said when shown, not when it happened: the language may have been what changed.
  function say(of: Outcome): { tone: 'calm' | 'good' | 'danger'; words: string } {
    if (of.kind === 'failed') return { tone: 'danger', words: of.message }
    return of.kind === 'saving' ? { tone: 'calm', words: text.saving } : { tone: 'good', words: text.saved }
  }
}
