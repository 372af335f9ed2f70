import { newId } from '@/lib/platform/new-id'
import type { Tables } from '@/lib/store/tables'

export type AuditVerb =
  | 'account-made'
  | 'account-deleted'
  | 'administrator-claimed'
  | 'assignment-changed'
  | 'assignment-made'
  | 'assignment-removed'
  | 'claim-link-made'
  | 'class-archived'
  | 'class-changed'
  | 'class-code-made'
  | 'class-code-revoked'
  | 'class-joined'
  | 'class-left'
  | 'class-made'
  | 'class-member-removed'
  | 'class-reopened'
  | 'class-role-granted'
  | 'deck-deleted'
  | 'deck-handed-over'
  | 'deck-link-renewed'
  | 'deck-made'
  | 'deck-published'
  | 'deck-restored'
  | 'deck-visibility-changed'
  | 'deck-withdrawn'
  | 'email-changed'
  | 'gallery-barred'
  | 'gallery-opened'
  | 'guest-merged'
  | 'invite-made'
  | 'invite-revoked'
  | 'member-joined'
  | 'member-left'
  | 'member-removed'
  | 'member-role-changed'
  | 'password-changed'
  | 'password-reset'
  | 'provider-linked'
  | 'provider-unlinked'
  | 'reset-link-made'
  | 'role-granted'
  | 'sessions-ended'
  | 'token-made'
  | 'token-revoked'

/** What it was done to: a person, a deck or a class (then `personId` may say whom it concerned), or the house itself. */
export type AuditSubject =
  { userId: string | null } | { deckId: string; personId?: string } | { classId: string; personId?: string }

/**
 * Written in the same transaction as what it tells. `actorId` is null for a command at the server's own console
 * and for the house's own upkeep.
 */
export function audit(
  tables: Tables,
  event: { actorId: string | null; verb: AuditVerb; detail?: unknown } & AuditSubject,
  now: number,
): Promise<void> {
  const { actorId, verb, detail } = event
  return tables.auditEvents.create({ id: newId(now), at: now, actorId, verb, ...subjectOf(event), detail })
}

function subjectOf(event: AuditSubject): { subject: string; personId: string | null } {
  if ('deckId' in event) return { subject: `deck:${event.deckId}`, personId: event.personId ?? null }
  if ('classId' in event) return { subject: `class:${event.classId}`, personId: event.personId ?? null }
  return { subject: event.userId === null ? 'house' : `user:${event.userId}`, personId: event.userId }
}
