import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/access/actor'
import { TINY_PNG } from '@/lib/exchange/image/testing/tiny-images'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { changeDeck } from './change-deck'
import { enrol } from './enrol'
import { getDeck } from './get-deck'
import { getMedia } from './get-media'
import { importDeck } from './import-deck'
import { renewDeckLink } from './renew-deck-link'
import { withdrawDeck } from './withdraw-deck'
import { acceptInvite } from './members/accept-invite'
import { changeMember } from './members/change-member'
import { findInvite } from './members/find-invite'
import { inviteMember } from './members/invite-member'
import { listMembers } from './members/list-members'
import { removeMember } from './members/remove-member'
import { revokeInvite } from './members/revoke-invite'

const NOW = Date.UTC(2026, 10, 27)
const DAY = 24 * 60 * 60_000
const NOBODY: Actor = { kind: 'nobody' }
const FILE = '---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\n![a cell](media:cell.png)\n'

describe.each(databaseKinds)('sharing a deck on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let guest: TestLearner
  let slug: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben, guest] = [await seedLearner(store), await seedLearner(store), await seedLearner(store, true)]
    const images = [{ name: 'cell.png', bytes: TINY_PNG }]
    const made = await importDeck(store, anna.actor, { text: FILE, images, locale: 'en' }, NOW)
    if (!made.ok) throw new Error(made.code)
    slug = made.value.slug
  })

  const share = async (visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC') => {
    const changed = await changeDeck(store, anna.actor, { slug, visibility }, NOW)
    if (!changed.ok) throw new Error(changed.code)
    return changed.value.link ?? ''
  }
  const canRead = async (actor: Actor, link?: string) =>
    (await getDeck(store, actor, { slug, ...(link !== undefined && { link }) })).ok

  describe('by a link', () => {
    it('opens to who brings it, guests too, and to nobody who only knows the address', async () => {
      const link = await share('UNLISTED')
      for (const actor of [NOBODY, guest.actor, ben.actor]) {
        expect(await canRead(actor)).toBe(false)
        expect(await canRead(actor, `${link}x`)).toBe(false)
        expect(await canRead(actor, link)).toBe(true)
      }
      expect(await enrol(store, ben.actor, { slug }, NOW)).toMatchObject({ code: 'not-found' })
    })

    it('shows its images by the link as well, and by nothing else', async () => {
      const link = await share('UNLISTED')
      const shown = await getDeck(store, NOBODY, { slug, link })
      const html = shown.ok ? (shown.value.notes[0].cards[0].sides.en?.back ?? '') : ''
      expect(html).toContain(`?link=${link}"`)
      const sha256 = /media\/([0-9a-f]{64})/.exec(html)?.[1] ?? ''
      expect((await getMedia(store, NOBODY, { sha256, link })).ok).toBe(true)
      expect((await getMedia(store, NOBODY, { sha256 })).ok).toBe(false)
      const own = await getDeck(store, anna.actor, { slug, link })
      expect(own.ok && own.value.notes[0].cards[0].sides.en?.back).not.toContain('?link=')
    })

    it('another link revokes the old one, and who joined stays', async () => {
      const link = await share('UNLISTED')
      expect((await enrol(store, guest.actor, { slug, link }, NOW)).ok).toBe(true)
      expect(await renewDeckLink(store, ben.actor, { slug }, NOW)).toMatchObject({ code: 'not-found' })
      const renewed = await renewDeckLink(store, anna.actor, { slug }, NOW)
      if (!renewed.ok) throw new Error(renewed.code)
      expect(renewed.value.link).not.toBe(link)
      expect(await canRead(ben.actor, link)).toBe(false)
      expect(await canRead(ben.actor, renewed.value.link)).toBe(true)
      expect(await canRead(guest.actor)).toBe(true)
    })

    it('dies when the deck is made private, and is another when it is opened again', async () => {
      const link = await share('UNLISTED')
      await share('PRIVATE')
      expect(await canRead(ben.actor, link)).toBe(false)
      expect(await renewDeckLink(store, anna.actor, { slug }, NOW)).toMatchObject({ code: 'invalid' })
      expect(await share('UNLISTED')).not.toBe(link)
      expect(await canRead(ben.actor, link)).toBe(false)
    })
  })

  it('cannot go back to the gallery while an administrator keeps it out', async () => {
    await share('PUBLIC')
    const deck = await store.decks.findBySlug(slug)
    expect(await store.decks.setBarred(deck?.id ?? '', 'Copied from a book.')).toBe(true)
    expect(await canRead(NOBODY)).toBe(false)
    const again = await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    expect(again).toMatchObject({ code: 'forbidden', detail: { reason: 'deck-barred' } })
    expect((await changeDeck(store, anna.actor, { slug, visibility: 'UNLISTED' }, NOW)).ok).toBe(true)
    expect(await store.decks.setBarred(deck?.id ?? '', null)).toBe(true)
    await share('PUBLIC')
    expect(await canRead(NOBODY)).toBe(true)
  })

  describe('with co-authors', () => {
    const invite = async (role: 'EDITOR' | 'VIEWER' = 'EDITOR', days = 7) => {
      const made = await inviteMember(store, anna.actor, { slug, role, days }, NOW)
      if (!made.ok) throw new Error(made.code)
      return made.value
    }
    const rolesOf = async (who: TestLearner) => {
      const listed = await listMembers(store, who.actor, { slug }, NOW)
      return listed.ok ? listed.value.members.map(({ userId, role }) => [userId, role]) : listed.code
    }

    it('an invitation makes one person a co-author, once', async () => {
      const { token } = await invite()
      const seen = await findInvite(store, NOBODY, { token }, NOW)
      expect(seen).toMatchObject({ ok: true, value: { by: 'Anna', title: { en: 'Gates' }, isIn: false } })
      expect(await acceptInvite(store, guest.actor, { token }, NOW)).toMatchObject({ code: 'forbidden' })
      expect(await canRead(ben.actor)).toBe(false)
      expect(await acceptInvite(store, ben.actor, { token }, NOW)).toEqual({ ok: true, value: { slug } })
      expect(await rolesOf(ben)).toEqual([
        [anna.id, 'OWNER'],
        [ben.id, 'EDITOR'],
      ])
      const other = await seedLearner(store)
      expect(await acceptInvite(store, other.actor, { token }, NOW)).toMatchObject({ code: 'invalid' })
      expect(await rolesOf(other)).toBe('not-found')
    })

    it('is spent by time, by revoking it, and by nobody who is in already', async () => {
      const late = await invite('EDITOR', 1)
      expect(await acceptInvite(store, ben.actor, { token: late.token }, NOW + 2 * DAY)).toMatchObject({
        code: 'invalid',
      })
      const { id, token } = await invite()
      expect((await acceptInvite(store, anna.actor, { token }, NOW)).ok).toBe(true)
      expect(await revokeInvite(store, ben.actor, { slug, id }, NOW)).toMatchObject({ code: 'not-found' })
      expect((await revokeInvite(store, anna.actor, { slug, id }, NOW)).ok).toBe(true)
      expect(await findInvite(store, ben.actor, { token }, NOW)).toMatchObject({ code: 'not-found' })
      expect(await acceptInvite(store, ben.actor, { token }, NOW)).toMatchObject({ code: 'invalid' })
    })

    it('of two who press at once, one is in', async () => {
      const { token } = await invite()
      const others = [await seedLearner(store), await seedLearner(store), await seedLearner(store)]
      const answers = await Promise.all(others.map(({ actor }) => acceptInvite(store, actor, { token }, NOW)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    })

    it('the owner changes and ends what they may do; each may leave; nobody else may', async () => {
      await acceptInvite(store, ben.actor, { token: (await invite()).token }, NOW)
      const carl = await seedLearner(store)
      await acceptInvite(store, carl.actor, { token: (await invite('VIEWER')).token }, NOW)
      const edit = { slug, userId: carl.id, role: 'EDITOR' as const }
      expect(await changeMember(store, ben.actor, edit, NOW)).toMatchObject({ code: 'forbidden' })
      expect(await removeMember(store, ben.actor, { slug, userId: carl.id }, NOW)).toMatchObject({
        code: 'forbidden',
      })
      expect(await inviteMember(store, ben.actor, { slug, role: 'EDITOR', days: 1 }, NOW)).toMatchObject({
        code: 'forbidden',
      })
      expect((await changeMember(store, anna.actor, edit, NOW)).ok).toBe(true)
      expect(await removeMember(store, anna.actor, { slug, userId: anna.id }, NOW)).toMatchObject({
        code: 'not-found',
      })
      expect((await removeMember(store, anna.actor, { slug, userId: carl.id }, NOW)).ok).toBe(true)
      expect((await removeMember(store, ben.actor, { slug, userId: ben.id }, NOW)).ok).toBe(true)
      expect(await rolesOf(anna)).toEqual([[anna.id, 'OWNER']])
      expect(await canRead(ben.actor)).toBe(false)
      const verbs = (await store.auditEvents.listAbout(carl.id)).map(({ verb }) => verb)
      expect(verbs.sort()).toEqual(['member-joined', 'member-removed', 'member-role-changed'])
    })

    it('nobody writes in a deck that was withdrawn, and its invitations are void', async () => {
      await acceptInvite(store, ben.actor, { token: (await invite()).token }, NOW)
      const { token } = await invite()
      await enrol(store, ben.actor, { slug }, NOW)
      expect((await withdrawDeck(store, anna.actor, { slug }, NOW)).ok).toBe(true)
      expect(await acceptInvite(store, guest.actor, { token }, NOW)).toMatchObject({ code: 'forbidden' })
      expect(await acceptInvite(store, (await seedLearner(store)).actor, { token }, NOW)).toMatchObject({
        code: 'invalid',
      })
      expect(await rolesOf(ben)).toBe('forbidden')
      expect(await canRead(ben.actor)).toBe(true)
      const about = async (id: string) =>
        (await store.auditEvents.listAbout(id)).map(({ verb, actorId }) => [verb, actorId]).sort()
      expect(await about(ben.id)).toEqual([
        ['member-joined', ben.id],
        ['member-removed', anna.id],
      ])
      const deck = await store.decks.findBySlug(slug)
      const told = (await store.auditEvents.listLatest(100)).filter(
        ({ subject, verb }) => subject === `deck:${deck?.id}` && verb === 'deck-withdrawn',
      )
      expect(told).toHaveLength(1)
    })
  })
})
