import { describe, expect, it } from 'vitest'
import type { Actor, Scope, SignedIn } from './actor'
import { can, type DeckSubject, type Verb } from './can'

const user = (change: Partial<SignedIn> = {}): SignedIn => ({
  kind: 'user',
  userId: 'me',
  role: 'LEARNER',
  guest: false,
  via: { sessionId: 's' },
  ...change,
})
const nobody: Actor = { kind: 'nobody' }
const guest = user({ guest: true })
const token = (...scopes: Scope[]) => user({ via: { tokenId: 't', scopes } })
const deck = (change: Partial<DeckSubject> = {}): DeckSubject => ({
  ownerId: 'other',
  isHouse: false,
  visibility: 'PRIVATE',
  memberRole: null,
  isEnrolled: false,
  holdsLink: false,
  ...change,
})
const house = deck({ ownerId: null, isHouse: true, visibility: 'PUBLIC' })
const withdrawn = deck({ ownerId: null })

describe('decks', () => {
  it.each<[string, Actor, DeckSubject, boolean, boolean, boolean]>([
    // who, deck: read, edit, own
    ['nobody, the house’s', nobody, house, true, false, false],
    ['nobody, a public one', nobody, deck({ visibility: 'PUBLIC' }), true, false, false],
    ['nobody, a private one', nobody, deck(), false, false, false],
    ['nobody, an unlisted one', nobody, deck({ visibility: 'UNLISTED' }), false, false, false],
    [
      'nobody, an unlisted one by its link',
      nobody,
      deck({ visibility: 'UNLISTED', holdsLink: true }),
      true,
      false,
      false,
    ],
    ['a learner, an unlisted one', user(), deck({ visibility: 'UNLISTED' }), false, false, false],
    [
      'a guest, an unlisted one by its link',
      guest,
      deck({ visibility: 'UNLISTED', holdsLink: true }),
      true,
      false,
      false,
    ],
    ['a learner, a private one by its old link', user(), deck({ holdsLink: true }), false, false, false],
    [
      'an editor, an unlisted one',
      user(),
      deck({ visibility: 'UNLISTED', memberRole: 'EDITOR' }),
      true,
      true,
      false,
    ],
    ['an administrator, the house’s', user({ role: 'ADMIN' }), house, true, false, false],
    ['an administrator, a private one', user({ role: 'ADMIN' }), deck(), false, false, false],
    ['its owner', user(), deck({ ownerId: 'me' }), true, true, true],
    ['a guest whose id owns it', guest, deck({ ownerId: 'me' }), true, false, false],
    ['an editor', user(), deck({ memberRole: 'EDITOR' }), true, true, false],
    ['a viewer', user(), deck({ memberRole: 'VIEWER' }), true, false, false],
    [
      'an editor of the house’s, should there be one',
      user(),
      { ...house, memberRole: 'EDITOR' },
      true,
      false,
      false,
    ],
    [
      'an editor of a withdrawn one, should there be one',
      user(),
      { ...withdrawn, memberRole: 'EDITOR' },
      true,
      false,
      false,
    ],
    ['who studies a private one', user(), deck({ isEnrolled: true }), true, false, false],
    ['who does not study a withdrawn one', user(), withdrawn, false, false, false],
    ['who studies a withdrawn one', guest, { ...withdrawn, isEnrolled: true }, true, false, false],
    ['its owner’s token to read', token('read', 'study'), deck({ ownerId: 'me' }), true, false, false],
    ['its owner’s token to author', token('author'), deck({ ownerId: 'me' }), false, true, true],
  ])('%s', (_, actor, subject, read, edit, own) => {
    expect([
      can(actor, 'deck.read', subject),
      can(actor, 'deck.edit', subject),
      can(actor, 'deck.own', subject),
    ]).toEqual([read, edit, own])
  })
})

describe('one’s own', () => {
  const own: Verb[] = ['account.manage', 'account.read', 'study.read', 'study.write']
  it.each(own)('%s is nobody else’s, not even an administrator’s', (verb) => {
    expect(can(user(), verb, { userId: 'me' })).toBe(true)
    expect(can(guest, verb, { userId: 'me' })).toBe(true)
    expect(can(user({ role: 'ADMIN' }), verb, { userId: 'other' })).toBe(false)
    expect(can(nobody, verb, { userId: 'me' })).toBe(false)
  })

  it('is opened to tokens by their scope, and the account itself never', () => {
    const all = token('read', 'study', 'author', 'teach')
    expect(can(all, 'account.manage', { userId: 'me' })).toBe(false)
    expect(can(token('read'), 'study.read', { userId: 'me' })).toBe(true)
    expect(can(token('read'), 'study.write', { userId: 'me' })).toBe(false)
    expect(can(token('study'), 'study.write', { userId: 'me' })).toBe(true)
  })
})

describe('roles', () => {
  it('decide on classes and people', () => {
    expect(can(user(), 'class.create', null)).toBe(false)
    expect(can(user({ role: 'INSTRUCTOR' }), 'class.create', null)).toBe(true)
    expect(can(user({ role: 'INSTRUCTOR' }), 'people.manage', null)).toBe(false)
    expect(can(user({ role: 'ADMIN' }), 'people.manage', null)).toBe(true)
    expect(can(guest, 'deck.create', null)).toBe(false)
    expect(can(guest, 'upload.create', null)).toBe(false)
    expect(can(user(), 'deck.create', null)).toBe(true)
  })
})
