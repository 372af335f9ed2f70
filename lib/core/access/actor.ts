/** Who asks. Made only by the door (lib/platform/door), from a session row or an API token row, at each request. */
export type Role = 'LEARNER' | 'INSTRUCTOR' | 'ADMIN'

export type Scope = 'read' | 'study' | 'author' | 'teach'

export type SignedIn = {
  kind: 'user'
  userId: string
  role: Role
  guest: boolean
  /** How they came: the browser's session, or a token limited to its scopes. */
  via: { sessionId: string } | { tokenId: string; scopes: Scope[] }
}

export type Actor = { kind: 'nobody' } | SignedIn
