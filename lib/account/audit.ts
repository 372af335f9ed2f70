import { newId } from '@/lib/platform/new-id'
import type { Tables } from '@/lib/store/tables'

export type AuditVerb =
  | 'account-made'
  | 'account-deleted'
  | 'administrator-claimed'
  | 'claim-link-made'
  | 'email-changed'
  | 'guest-merged'
  | 'password-changed'
  | 'password-reset'
  | 'provider-linked'
  | 'provider-unlinked'
  | 'reset-link-made'
  | 'role-granted'
  | 'sessions-ended'
  | 'token-made'
  | 'token-revoked'

/** Written in the same transaction as what it tells. `actorId` is null for a command at the server's own console. */
export function audit(
  tables: Tables,
  event: { actorId: string | null; verb: AuditVerb; userId: string | null; detail?: unknown },
  now: number,
): Promise<void> {
  const { actorId, verb, userId, detail } = event
  const subject = userId === null ? 'house' : `user:${userId}`
  return tables.auditEvents.create({ id: newId(now), at: now, actorId, verb, subject, detail })
}
