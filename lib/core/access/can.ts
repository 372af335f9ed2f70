import type { Actor, Scope, SignedIn } from './actor'

/** What a room knows of a deck when it asks. `isHouse`: it came with the house, has no owner and is read-only. */
export type DeckSubject = {
  ownerId: string | null
  isHouse: boolean
  visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC'
  memberRole: 'EDITOR' | 'VIEWER' | null
  /** A deck that was withdrawn or made private stays, as last published, with those who study it. */
  isEnrolled: boolean
  /** Brought the link of an unlisted deck: without it, only those who are in the deck find it. */
  holdsLink: boolean
  /** Given to a class that they are in, and still its instructors' to give. */
  isAssigned?: boolean
}

/** What a room knows of a class when it asks: what the person is in it, if anything. */
export type ClassSubject = { memberRole: 'INSTRUCTOR' | 'LEARNER' | null }

type OwnSubject = { userId: string }

type Subjects = {
  'account.manage': OwnSubject
  'account.read': OwnSubject
  'study.read': OwnSubject
  'study.write': OwnSubject
  'deck.create': null
  'deck.read': DeckSubject
  /** To look at what its authors have not published yet, and at its earlier versions. */
  'deck.drafts': DeckSubject
  'deck.edit': DeckSubject
  /** To see what learners report of its cards, and (second) to answer it. The house's own are the administrators'. */
  'deck.reports': DeckSubject
  'deck.answer': DeckSubject
  /** Who else writes in it. */
  'deck.members': DeckSubject
  /** Visibility, members, publishing rights, deletion. */
  'deck.own': DeckSubject
  'upload.create': null
  /** Giving it to a class, whose members may then read it. */
  'deck.assign': DeckSubject
  'class.create': null
  'class.join': null
  'class.read': ClassSubject
  'class.leave': ClassSubject
  /** Its name, code, members and assignments, and what its learners did with these. */
  'class.teach': ClassSubject
  'people.manage': null
  /** What was done, which decks there are, storage, health; taking a deck out of the gallery. */
  'house.manage': null
}

export type Verb = keyof Subjects

type Test<V extends Verb> = (actor: SignedIn, subject: Subjects[V]) => boolean

const isOwn = (actor: SignedIn, subject: OwnSubject) => actor.userId === subject.userId
const isAccount = (actor: SignedIn) => !actor.guest
const isOpen = (deck: DeckSubject) =>
  deck.isHouse || deck.visibility === 'PUBLIC' || (deck.visibility === 'UNLISTED' && deck.holdsLink)
const ownsDeck = (actor: SignedIn, deck: DeckSubject) => !deck.isHouse && deck.ownerId === actor.userId

const teaches = (actor: SignedIn) => isAccount(actor) && actor.role !== 'LEARNER'
const editsDeck = (actor: SignedIn, deck: DeckSubject) =>
  isAccount(actor) && (ownsDeck(actor, deck) || (deck.ownerId !== null && deck.memberRole === 'EDITOR'))

const writesIn = (actor: SignedIn, deck: DeckSubject) =>
  isAccount(actor) && (ownsDeck(actor, deck) || (deck.ownerId !== null && deck.memberRole !== null))
const keepsHouse = (actor: SignedIn, deck: DeckSubject) => deck.isHouse && actor.role === 'ADMIN'

const TABLE: { [V in Verb]: { tokens: Scope | null; test: Test<V> } } = {
  'account.manage': { tokens: null, test: isOwn },
  'account.read': { tokens: 'read', test: isOwn },
  'study.read': { tokens: 'read', test: isOwn },
  'study.write': { tokens: 'study', test: isOwn },
  'deck.create': { tokens: 'author', test: isAccount },
  'deck.read': {
    tokens: 'read',
    test: (actor, deck) =>
      isOpen(deck) ||
      ownsDeck(actor, deck) ||
      deck.memberRole !== null ||
      deck.isEnrolled ||
      deck.isAssigned === true,
  },
  'deck.drafts': {
    tokens: 'author',
    test: writesIn,
  },
  'deck.edit': { tokens: 'author', test: editsDeck },
  'deck.reports': {
    tokens: 'author',
    test: (actor, deck) => keepsHouse(actor, deck) || writesIn(actor, deck),
  },
  'deck.answer': {
    tokens: 'author',
    test: (actor, deck) => keepsHouse(actor, deck) || editsDeck(actor, deck),
  },
  'deck.members': {
    tokens: 'author',
    test: writesIn,
  },
  'deck.own': { tokens: 'author', test: (actor, deck) => isAccount(actor) && ownsDeck(actor, deck) },
  'upload.create': { tokens: 'author', test: isAccount },
  'deck.assign': {
    tokens: 'teach',
    test: (actor, deck) => deck.isHouse || deck.visibility === 'PUBLIC' || editsDeck(actor, deck),
  },
  'class.create': { tokens: 'teach', test: (actor) => teaches(actor) },
  // Joining shows an instructor what one does, and so is done by a person at a page.
  'class.join': { tokens: null, test: () => true },
  'class.read': { tokens: 'read', test: (_, { memberRole }) => memberRole !== null },
  'class.leave': { tokens: null, test: (_, { memberRole }) => memberRole !== null },
  // Who is no instructor of the house any more teaches no class of it either.
  'class.teach': {
    tokens: 'teach',
    test: (actor, { memberRole }) => memberRole === 'INSTRUCTOR' && teaches(actor),
  },
  'people.manage': { tokens: null, test: (actor) => actor.role === 'ADMIN' },
  'house.manage': { tokens: null, test: (actor) => actor.role === 'ADMIN' },
}

/**
 * The one table of who may do what. Pure: the room brings what it knows of the subject. A token may do what its
 * learner may, within its scopes. Nobody may read what is published to everyone or brought a link for, and nothing else.
 */
export function can<V extends Verb>(actor: Actor, verb: V, subject: Subjects[V]): boolean {
  const entry = TABLE[verb]
  if (actor.kind === 'nobody') return verb === 'deck.read' && subject !== null && isPublic(subject)
  if ('tokenId' in actor.via && (entry.tokens === null || !actor.via.scopes.includes(entry.tokens)))
    return false
  return entry.test(actor, subject)
}

function isPublic(subject: OwnSubject | ClassSubject | DeckSubject): boolean {
  return 'visibility' in subject && isOpen(subject)
}
