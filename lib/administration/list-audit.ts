import type { AuditVerb } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { AuditEventRow } from '@/lib/store/audit-events'
import type { Store } from '@/lib/store/store'
import { GROUP_OF, verbsOf, type AuditGroup } from './audit-groups'

/** Somebody with a name, or nobody who is known any more. */
export type Named = { id: string; name: string } | null

export type AuditEntry = {
  id: string
  at: number
  verb: AuditVerb
  actor: Named
  person: Named
  deck: { id: string; slug: string; title: Localized<string> } | null
  classroom: Named
  detail: Record<string, string | number>
}

export type AuditQuery = {
  group?: AuditGroup | undefined
  personId?: string | undefined
  deckId?: string | undefined
  before?: string | undefined
}

const PAGE = 50

/** What was done by whom: roles, memberships, publications, deletions. No learner's answers. */
export async function listAudit(
  store: Store,
  actor: SignedIn,
  { group, personId, deckId, before }: AuditQuery,
): Promise<Result<{ entries: AuditEntry[]; next: string | null; about: string | null }>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  const rows = await store.auditEvents.list({
    verbs: group === undefined ? null : verbsOf(group),
    personId: personId ?? null,
    deckId: deckId ?? null,
    before: before ?? null,
    limit: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  const idsIn = (kind: string) =>
    shown.flatMap(({ subject }) => (subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : []))
  const people = [
    ...shown.flatMap(({ actorId, personId: of }) => [actorId, of].filter((id) => id !== null)),
    ...idsIn('user'),
    ...(personId === undefined ? [] : [personId]),
  ]
  const [names, decks, classes] = await Promise.all([
    store.users.listNames([...new Set(people)]),
    store.decks.listByIds([...new Set(idsIn('deck'))]),
    Promise.all([...new Set(idsIn('class'))].map((id) => store.classrooms.find(id))),
  ])
  const found = {
    names,
    decks: new Map(decks.map((deck) => [deck.id, deck])),
    classes: new Map(classes.flatMap((row) => (row ? [[row.id, row.name]] : []))),
  }
  return ok({
    entries: shown.flatMap((row) => (isVerb(row.verb) ? [viewEntry(row, row.verb, found)] : [])),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    about: personId === undefined ? null : (names.get(personId) ?? null),
  })
}

type Found = {
  names: Map<string, string>
  decks: Map<string, { id: string; slug: string; title: Localized<string> }>
  classes: Map<string, string>
}

function viewEntry(row: AuditEventRow, verb: AuditVerb, { names, decks, classes }: Found): AuditEntry {
  const [kind, subjectId = ''] = row.subject.split(':')
  const named = (id: string | null, of: Map<string, string>): Named => {
    const name = id === null ? undefined : of.get(id)
    return id === null || name === undefined ? null : { id, name }
  }
  const deck = kind === 'deck' ? decks.get(subjectId) : undefined
  return {
    id: row.id,
    at: row.at,
    verb,
    actor: named(row.actorId, names),
    person: named(kind === 'user' ? subjectId : row.personId, names),
    deck: deck ? { id: deck.id, slug: deck.slug, title: deck.title } : null,
    classroom: kind === 'class' ? named(subjectId, classes) : null,
    detail: plainDetail(row.detail),
  }
}

const isVerb = (verb: string): verb is AuditVerb => Object.hasOwn(GROUP_OF, verb)

/** Only what can stand in a sentence. */
function plainDetail(detail: unknown): Record<string, string | number> {
  if (typeof detail !== 'object' || detail === null) return {}
  return Object.fromEntries(
    Object.entries(detail).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
