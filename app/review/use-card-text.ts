'use client'

import { useEffect, useState } from 'react'
import type { CardText } from '@/lib/authoring/reports/get-card-text'
import { callApi } from '../_api/call-api'

export type CardTextState = { kind: 'loading' | 'offline' | 'missing' } | { kind: 'ready'; text: CardText }

/** The source of a card's text, fetched when it is wanted: the study pack holds only what is shown. */
export function useCardText(cardId: string, isWanted: boolean): CardTextState {
  const [state, setState] = useState<CardTextState>({ kind: 'loading' })
  useEffect(() => {
    if (!isWanted) return
    let isLate = false
    setState((before) => (before.kind === 'ready' ? before : { kind: 'loading' }))
    void callApi<CardText>('GET', `/cards/${cardId}/text`).then((answer) => {
      if (isLate) return
      setState((before) => {
        if (answer.ok) return { kind: 'ready', text: answer.value }
        if (before.kind === 'ready') return before
        return { kind: answer.code === 'offline' ? 'offline' : 'missing' }
      })
    })
    return () => void (isLate = true)
  }, [cardId, isWanted])
  return state
}
