import type { HouseCheck } from './house-check-state'

/** Why a check came to no end, and what the machine says of it. */
export type CheckFailure = { why: 'too-long' | 'ended' | 'failed' | 'server-stopped'; detail: string }

/** What the checking process says to the server. */
export type CheckMessage = { done: number; total: number } | { found: HouseCheck } | CheckFailure
