import type { EventBatch, EventBatchReply } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'

/** How a request ended, as far as the client acts differently on it. */
export type Refusal =
  | { kind: 'offline' } // no answer came
  | { kind: 'later'; afterMs: number | null } // the server is busy or broken
  | { kind: 'signed-out' }
  | { kind: 'wrong-learner' } // somebody else is signed in here now
  | { kind: 'rejected'; status: number } // asked again, it would be refused again

export type PostOutcome = { kind: 'reply'; reply: EventBatchReply } | Refusal
export type PackOutcome = { kind: 'pack'; pack: StudyPack } | Refusal

export type StudyApi = {
  postEvents(batch: EventBatch, options?: { leaving: boolean }): Promise<PostOutcome>
  fetchPack(reach: PackReach): Promise<PackOutcome>
}

/** What a pack should bring beyond the usual days. */
export type PackReach = { newCards?: number; aheadDays?: number; deck?: string; setAside?: 1 }

const PATIENCE_MS = 20_000

export const studyApi: StudyApi = {
  postEvents: (batch, options) =>
    ask<PostOutcome>(
      '/api/v1/events',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(batch),
        keepalive: options?.leaving ?? false,
      },
      // The server's own reply: its shape is the contract that its tests hold it to.
      async (response) => ({ kind: 'reply', reply: (await response.json()) as EventBatchReply }),
    ),

  fetchPack: (reach) =>
    ask<PackOutcome>(`/api/v1/study/pack${queryOf(reach)}`, {}, async (response) => ({
      kind: 'pack',
      pack: (await response.json()) as StudyPack,
    })),
}

function queryOf(reach: PackReach): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(reach)) if (value) query.set(key, String(value))
  return query.size > 0 ? `?${query}` : ''
}

async function ask<T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>) {
  try {
    const response = await fetch(path, {
      ...init,
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.ok) return await read(response)
    return refusalOf(response.status, response.headers.get('retry-after'))
  } catch {
    // The network, the time limit, or a body that was cut: whether it was stored is unknown, so it is sent again.
    return { kind: 'offline' } satisfies Refusal
  }
}

export function refusalOf(status: number, retryAfter: string | null): Refusal {
  if (status === 401) return { kind: 'signed-out' }
  if (status === 403) return { kind: 'wrong-learner' }
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(retryAfter ?? '')
    return { kind: 'later', afterMs: retryAfter && seconds >= 0 ? seconds * 1000 : null }
  }
  return { kind: 'rejected', status }
}
