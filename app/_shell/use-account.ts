'use client'

import { useSyncExternalStore } from 'react'
import type { Learner } from '@/lib/core/access/learner'
import { callApi } from '../_api/call-api'

/** 'unknown' until the server has answered, and while there is no network. */
export type AccountState = Learner | 'nobody' | 'unknown'

let state: AccountState = 'unknown'
let asked: Promise<void> | undefined
const listeners = new Set<() => void>()

function set(next: AccountState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Asks again who is signed in: after signing in or out, or after a change of name. */
export async function refreshAccount(): Promise<void> {
  const answer = await callApi<{ learner: Learner | null }>('GET', '/me')
  if (answer.ok) set(answer.value.learner ?? 'nobody')
}

function subscribe(listener: () => void): () => void {
  asked ??= refreshAccount()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useAccount(): AccountState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => 'unknown',
  )
}
