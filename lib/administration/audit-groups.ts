import type { AuditVerb } from '@/lib/account/audit'

/** What an administrator may narrow the list to. Every verb is in one of them: the compiler says so. */
export const AUDIT_GROUPS = ['accounts', 'roles', 'decks', 'members', 'classes'] as const
export type AuditGroup = (typeof AUDIT_GROUPS)[number]

export const GROUP_OF: Record<AuditVerb, AuditGroup> = {
  'account-made': 'accounts',
  'account-deleted': 'accounts',
  'administrator-claimed': 'roles',
  'assignment-changed': 'classes',
  'assignment-made': 'classes',
  'assignment-removed': 'classes',
  'claim-link-made': 'roles',
  'class-archived': 'classes',
  'class-changed': 'classes',
  'class-code-made': 'classes',
  'class-code-revoked': 'classes',
  'class-joined': 'classes',
  'class-left': 'classes',
  'class-made': 'classes',
  'class-member-removed': 'classes',
  'class-reopened': 'classes',
  'class-role-granted': 'roles',
  'deck-deleted': 'decks',
  'deck-handed-over': 'decks',
  'deck-link-renewed': 'decks',
  'deck-made': 'decks',
  'deck-published': 'decks',
  'deck-restored': 'decks',
  'deck-visibility-changed': 'decks',
  'deck-withdrawn': 'decks',
  'email-changed': 'accounts',
  'gallery-barred': 'decks',
  'gallery-opened': 'decks',
  'guest-merged': 'accounts',
  'invite-made': 'members',
  'invite-revoked': 'members',
  'member-joined': 'members',
  'member-left': 'members',
  'member-removed': 'members',
  'member-role-changed': 'members',
  'password-changed': 'accounts',
  'password-reset': 'accounts',
  'provider-linked': 'accounts',
  'provider-unlinked': 'accounts',
  'reset-link-made': 'accounts',
  'role-granted': 'roles',
  'sessions-ended': 'accounts',
  'token-made': 'accounts',
  'token-revoked': 'accounts',
}

export const verbsOf = (group: AuditGroup): string[] =>
  Object.entries(GROUP_OF).flatMap(([verb, of]) => (of === group ? [verb] : []))
