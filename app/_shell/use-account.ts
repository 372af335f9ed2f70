'use client'

import { useSyncExternalStore } from 'react'
import type { Role } from '@/lib/core/access/actor'
import { callApi } from '../_api/call-api'

export type AccountSummary = { name: string; email: string | null; role: Role; guest: boolean }

/** 'unknown' until the server has answered, and while there is no network. */
export type AccountState = AccountSummary | 'nobody' | 'unknown'

let state: AccountState = 'unknown'
let asked: Promise<void> | undefined
const listeners = new Set<() => void>()

function set(next: AccountState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Asks again who is signed in: after signing in or out, or after a change of name. */
export async function refreshAccount(): Promise<void> {
  const answer = await callApi<AccountSummary>('GET', '/account')
  if (answer.ok) set(answer.value)
  else if (answer.status === 401) set('nobody')
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
