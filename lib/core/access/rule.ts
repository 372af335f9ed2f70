import type { Actor, Scope, SignedIn } from './actor'

/**
 * Who may knock at a door at all. What they may do inside is asked of `can` by the room. `tokens` says which scope
 * opens the door to an API token; without it only a browser's session does, so that tokens can never manage
 * tokens, passwords or accounts.
 */
export type Rule =
  | 'anyone'
  | 'signed-in' // a guest is enough
  | 'account' // signed in and not a guest
  | 'instructor' // an administrator too
  | 'administrator'

export const RULES: readonly Rule[] = ['anyone', 'signed-in', 'account', 'instructor', 'administrator']

/** The actor that a rule lets in. */
export type Admitted<R extends Rule> = R extends 'anyone' ? Actor : SignedIn

export type Refusal =
  | { code: 'sign-in-required' }
  | { code: 'not-found' }
  | {
      code: 'forbidden'
      reason: 'account-required' | 'instructor-required' | 'session-required' | 'scope-required'
    }

/** Null when the actor may enter. What only administrators see is not found for everybody else. */
export function refusalOf(rule: Rule, tokens: Scope | undefined, actor: Actor): Refusal | null {
  if (actor.kind === 'nobody') return rule === 'anyone' ? null : { code: 'sign-in-required' }
  const byRole = refusalByRole(rule, actor)
  if (byRole) return byRole
  if ('tokenId' in actor.via && rule !== 'anyone') {
    if (!tokens) return { code: 'forbidden', reason: 'session-required' }
    if (!actor.via.scopes.includes(tokens)) return { code: 'forbidden', reason: 'scope-required' }
  }
  return null
}

function refusalByRole(rule: Rule, actor: SignedIn): Refusal | null {
  switch (rule) {
    case 'anyone':
    case 'signed-in':
      return null
    case 'account':
      return actor.guest ? { code: 'forbidden', reason: 'account-required' } : null
    case 'instructor':
      return actor.role === 'LEARNER' ? { code: 'forbidden', reason: 'instructor-required' } : null
    case 'administrator':
      return actor.role === 'ADMIN' ? null : { code: 'not-found' }
  }
}
