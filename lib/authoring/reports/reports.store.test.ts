import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NoteSource } from '@/lib/core/content/content'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedDeck, seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { changeDeck } from '../change-deck'
import { getNoteDraft } from '../drafts/get-note-draft'
import { saveNoteDraft } from '../drafts/save-note-draft'
import { getDeck } from '../get-deck'
import { importDeck } from '../import-deck'
import { withdrawDeck } from '../withdraw-deck'
import { acceptReport } from './accept-report'
import { answerReport } from './answer-report'
import { countOpenReports } from './count-open-reports'
import { getCardText } from './get-card-text'
import { listOwnReports } from './list-own-reports'
import { listReports } from './list-reports'
import { markAnswersSeen } from './mark-answers-seen'
import { reportCard, type NewReport } from './report-card'
import { reportBody } from './report-schemas'

const NOW = Date.UTC(2026, 10, 27)
const FILE = `---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nThe gate is tanh.\n---\nback\n### zh\n门\n---\n答\n`

describe.each(databaseKinds)('reports on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let editor: TestLearner
  let viewer: TestLearner
  let slug: string
  let deckId: string
  let cardId: string
  let noteId: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben] = [await seedLearner(store), await seedLearner(store, true)]
    ;[editor, viewer] = [await seedLearner(store), await seedLearner(store)]
    const made = await importDeck(store, anna.actor, { text: FILE, images: [], locale: 'en' }, NOW)
    if (!made.ok) throw new Error(JSON.stringify(made))
    slug = made.value.slug
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    const read = await getDeck(store, anna.actor, { slug })
    if (!read.ok) throw new Error(read.code)
    deckId = read.value.deck.id
    cardId = read.value.notes[0].cards[0].id
    noteId = (await store.cards.find(cardId))?.noteId ?? ''
    await store.deckMembers.put({ deckId, userId: editor.id, role: 'EDITOR' })
    await store.deckMembers.put({ deckId, userId: viewer.id, role: 'VIEWER' })
  })

  const report = (change: Partial<NewReport> = {}, who = ben) =>
    reportCard(
      store,
      who.actor,
      { learner: who.id, id: testId(), cardId, noteRevision: 1, locale: 'en', text: 'It is σ.', ...change },
      NOW,
    )
  const propose = async (proposal: NoteSource, change: Partial<NewReport> = {}) => {
    const made = await report({ text: '', proposal, ...change })
    if (!made.ok) throw new Error(JSON.stringify(made))
    return made.value.id
  }
  const accept = (id: string, anyway = false, who = anna) =>
    acceptReport(store, who.actor, { slug, id, anyway, readerLocale: 'en' }, NOW)
  const inbox = async (who = anna, status: 'open' | 'settled' = 'open') => {
    const listed = await listReports(store, who.actor, { slug, status })
    return listed.ok ? listed.value : listed.code
  }
  const draftOf = async () => {
    const got = await getNoteDraft(store, anna.actor, { slug, id: noteId, locale: 'en' })
    if (!got.ok) throw new Error(got.code)
    return got.value.note
  }

  it('come from whoever may read the card to those who write it, and to nobody else', async () => {
    expect((await report()).ok).toBe(true)
    for (const who of [anna, editor, viewer]) {
      expect(await inbox(who)).toMatchObject({ reports: [{ text: 'It is σ.', by: null, kind: 'PROBLEM' }] })
      const counts = await countOpenReports(store, who.actor, { deckIds: [deckId] })
      expect(counts).toEqual({ ok: true, value: { [deckId]: 1 } })
    }
    for (const who of [ben, await seedLearner(store)]) {
      expect(await inbox(who)).toBe('not-found')
      const counts = await countOpenReports(store, who.actor, { deckIds: [deckId] })
      expect(counts).toEqual({ ok: true, value: {} })
    }
    await changeDeck(store, anna.actor, { slug, visibility: 'PRIVATE' }, NOW)
    expect(await report()).toMatchObject({ code: 'not-found' })
    expect(await getCardText(store, ben.actor, { cardId })).toMatchObject({ code: 'not-found' })
  })

  it('are one when sent twice, are taken only from their writer, and not without end', async () => {
    const id = testId()
    await report({ id })
    expect((await report({ id })).ok).toBe(true)
    expect(await report({ id }, editor)).toMatchObject({ code: 'not-found' })
    expect(await report({ learner: anna.id })).toMatchObject({ code: 'wrong-learner' })
    expect(await report({ text: '' })).toMatchObject({ code: 'invalid', detail: { reason: 'empty-report' } })
    const same = { front: 'The gate is tanh.', back: 'back' }
    expect(await report({ text: 'x', proposal: same })).toMatchObject({ code: 'invalid' })
    for (let n = 1; n < 50; n++) await report()
    expect(await report()).toMatchObject({ code: 'too-many' })
    expect((await report({}, editor)).ok).toBe(true)
  })

  it('a proposal becomes the draft by one press, learners untouched, and its writer is told', async () => {
    const id = await propose({ front: 'The gate is σ.', back: 'back' })
    expect(await accept(id, false, viewer)).toMatchObject({ code: 'forbidden' })
    expect(await accept(id, false, ben)).toMatchObject({ code: 'not-found' })
    expect(await accept(id, false, editor)).toEqual({ ok: true, value: { isDrafted: true } })
    const draft = await draftOf()
    expect(draft.fields.en?.front).toBe('The gate is σ.')
    expect(draft.fields.zh?.front).toBe('门')
    expect(draft.state).toBe('changed')
    const read = await getDeck(store, ben.actor, { slug })
    expect(read.ok && read.value.notes[0].cards[0].sides.en?.front).toContain('tanh')

    expect(await accept(id)).toMatchObject({ code: 'conflict', detail: { reason: 'report-settled' } })
    expect(await inbox(anna)).toMatchObject({ reports: [] })
    expect(await inbox(anna, 'settled')).toMatchObject({ reports: [{ id, status: 'ACCEPTED' }] })
    const own = await listOwnReports(store, ben.actor)
    expect(own).toMatchObject({
      value: {
        unseen: 1,
        reports: [
          { id, status: 'ACCEPTED', isNew: true, front: expect.stringContaining('The gate is tanh.') },
        ],
      },
    })
    await markAnswersSeen(store, ben.actor, undefined, NOW)
    expect(await listOwnReports(store, ben.actor)).toMatchObject({ value: { unseen: 0 } })
  })

  it('keeps what the authors changed elsewhere, and stops where both changed the same', async () => {
    const save = async (front: string, back: string) => {
      const { fields, draftVersion } = await draftOf()
      const change = { fields: { ...fields, en: { front, back } } }
      await saveNoteDraft(store, anna.actor, { slug, id: noteId, draftVersion, change, locale: 'en' }, NOW)
    }
    await save('The gate is tanh.', 'A better back.')
    const first = await propose({ front: 'The gate is σ.', back: 'back' })
    expect((await accept(first)).ok).toBe(true)
    expect((await draftOf()).fields.en).toEqual({ front: 'The gate is σ.', back: 'A better back.' })

    await save('The gate is a sigmoid.', 'A better back.')
    const second = await propose({ front: 'The forget gate is σ.', back: 'back' })
    expect(await inbox()).toMatchObject({ reports: [{ conflicts: ['front'] }] })
    expect(await accept(second)).toMatchObject({
      code: 'conflict',
      detail: { reason: 'note-changed', parts: ['front'] },
    })
    expect((await draftOf()).fields.en?.front).toBe('The gate is a sigmoid.')
    expect((await accept(second, true)).ok).toBe(true)
    expect((await draftOf()).fields.en).toEqual({ front: 'The forget gate is σ.', back: 'A better back.' })
  })

  it('are answered with a word, by those who write', async () => {
    const made = await report()
    const id = made.ok ? made.value.id : ''
    const answer = { slug, id, answer: 'It is tanh here: see page 3.' }
    expect(await answerReport(store, viewer.actor, answer, NOW)).toMatchObject({ code: 'forbidden' })
    expect((await answerReport(store, anna.actor, answer, NOW)).ok).toBe(true)
    expect(await answerReport(store, anna.actor, answer, NOW)).toMatchObject({ code: 'conflict' })
    expect(await listOwnReports(store, ben.actor)).toMatchObject({
      value: { reports: [{ status: 'ANSWERED', answer: answer.answer }] },
    })
  })

  it('of another deck are not found by this deck’s address', async () => {
    const other = await importDeck(
      store,
      editor.actor,
      { text: FILE.replace('gates', 'others'), images: [], locale: 'en' },
      NOW,
    )
    const id = await propose({ front: 'x', back: 'y' })
    const answer = { slug: other.ok ? other.value.slug : '', id, answer: 'no' }
    expect(await answerReport(store, editor.actor, answer, NOW)).toMatchObject({ code: 'not-found' })
  })

  it('of the house’s own decks go to the administrators; a withdrawn deck takes none', async () => {
    const deck = await seedDeck(store, 1)
    const admin = { ...viewer.actor, role: 'ADMIN' as const }
    const made = await report({ cardId: deck.cardIds[0], text: '', proposal: { front: 'f', back: 'b' } })
    const id = made.ok ? made.value.id : ''
    const listed = await listReports(store, admin, { slug: deck.id, status: 'open' })
    expect(listed).toMatchObject({ ok: true, value: { canAnswer: true, canEdit: false, reports: [{ id }] } })
    expect(await listReports(store, anna.actor, { slug: deck.id, status: 'open' })).toMatchObject({
      code: 'not-found',
    })
    const accepted = { slug: deck.id, id, anyway: false, readerLocale: 'en' as const }
    expect(await acceptReport(store, admin, accepted, NOW)).toEqual({ ok: true, value: { isDrafted: false } })

    await store.enrolments.put({ userId: ben.id, deckId, presetId: ben.presetId, createdAt: NOW })
    await withdrawDeck(store, anna.actor, { slug }, NOW)
    expect(await report()).toMatchObject({ code: 'invalid', detail: { reason: 'no-author' } })
  })

  it('stay, without a name, when their writer’s account is gone', async () => {
    await report({}, editor)
    expect(await inbox()).toMatchObject({ reports: [{ by: 'Anna' }] })
    await store.users.delete(editor.id)
    expect(await inbox()).toMatchObject({ reports: [{ by: null, text: 'It is σ.' }] })
  })

  it('hold hostile text as text, within bounds', async () => {
    const body = (text: string, front = 'f') =>
      reportBody.safeParse({
        learner: ben.id,
        id: testId(),
        cardId,
        noteRevision: 1,
        locale: 'en',
        text,
        proposal: { front, back: 'b' },
      })
    expect(body('x'.repeat(2_001)).success).toBe(false)
    expect(body('x', 'f'.repeat(20_001)).success).toBe(false)
    const read = body('<script>alert(1)</script>\u0000\u202e', 'a\u0000b')
    if (!read.success) throw read.error
    expect(read.data.text).toBe('<script>alert(1)</script>')
    expect((await report({ text: read.data.text, proposal: read.data.proposal })).ok).toBe(true)
    expect(await inbox()).toMatchObject({
      reports: [{ text: '<script>alert(1)</script>', proposal: { front: 'ab' } }],
    })
  })
})
