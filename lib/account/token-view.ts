import type { Scope } from '@/lib/core/access/actor'

export type TokenView = {
  id: string
  name: string
  scopes: Scope[]
  createdAt: number
  lastUsedAt: number | null
  expiresAt: number | null
}

/** What may be shown of a token again: everything but what it opens doors with. */
export function tokenView({ id, name, scopes, createdAt, lastUsedAt, expiresAt }: TokenView): TokenView {
  return { id, name, scopes, createdAt, lastUsedAt, expiresAt }
}
