'use client'

import { useRef, useState } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import type { ApiAnswer } from '../_api/call-api'
import { settingsText } from '../_text/settings'

type Saying = { tone: 'calm' | 'good' | 'danger'; words: string } | null

/** For settings that are saved as they are changed: what to say of the last save, and whether it succeeded. */
export function useSave() {
  const text = useText(settingsText)
  const [saying, setSaying] = useState<Saying>(null)
  const latest = useRef(0)
  async function save(send: () => Promise<ApiAnswer<unknown>>): Promise<boolean> {
    const turn = ++latest.current
    setSaying({ tone: 'calm', words: text.saving })
    const answer = await send()
    // Of two saves under way only the later one speaks.
    if (turn === latest.current)
      setSaying(answer.ok ? { tone: 'good', words: text.saved } : { tone: 'danger', words: answer.message })
    return answer.ok
  }
  return { saying, save }
}
