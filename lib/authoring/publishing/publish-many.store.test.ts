import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoteAction } from '../drafts/note-operation'
import { changeNotes } from '../drafts/change-notes'
import { listDraft } from '../drafts/list-draft'
import { importDeck } from '../import-deck'
import { processorMillis } from '@/lib/core/testing/processor-millis'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner } from '@/lib/study/testing/seed-study'
import { getDifference } from './get-difference'
import { publishDeck } from './publish-deck'
import { must } from './testing/writing-desk'

const NOW = Date.UTC(2026, 10, 27, 12)
const NOTES = process.env.UNROLL_FULL ? 500 : 150
/** Of processor time: the database's one writer is held for that long, on SQLite, and learners' answers wait. */
const MOST_MS = 1_000

const both = (front: string, back: string) =>
  `### en\n${front}\n---\n${back}\n### zh\n${front}？\n---\n${back}\n`
const text = `---\ndeck: many\ntitle: { en: Many, zh: 许多 }\n---\n${Array.from(
  { length: NOTES },
  (_, n) => `## n${n}\n${both(`What is $h_{${n}}$ made of?`, `$h_{${n}} = o_{${n}} * \\tanh(C_{${n}})$`)}`,
).join('\n')}`

describe.each(databaseKinds)('publishing many changed notes on %s', (kind) => {
  let house: TestStore
  beforeAll(async () => {
    house = await openTestStore(kind)
  })
  afterAll(() => house.remove())

  it(
    'holds up nobody for long: all of it is rendered before the transaction, which is a few statements',
    { timeout: 120_000 },
    async () => {
      const { store } = house
      const { actor } = await seedLearner(store)
      const { slug } = must(await importDeck(store, actor, { text, images: [], locale: 'en' }, NOW))
      const held: { wall: number; processor: number }[] = []
      const timed: Store = {
        ...store,
        transaction: async (work) => {
          let [began, used] = [0, 0]
          const answer = await store.transaction((tables) => {
            began = performance.now()
            used = processorMillis()
            return work(tables)
          })
          held.push({ wall: performance.now() - began, processor: processorMillis() - used })
          return answer
        },
      }
      const ids = must(await listDraft(store, actor, { slug })).notes.map(({ id }) => id)
      const publishAfter = async (action: NoteAction) => {
        must(await changeNotes(store, actor, { slug, operations: [{ ...action, ids }] }, NOW))
        const { seen } = must(await getDifference(store, actor, { slug, locale: 'en' }))
        const wish = { slug, seen, line: '', askAgain: [], leaveOut: [], locale: 'en' as const }
        held.length = 0
        const { counts } = must(await publishDeck(timed, actor, wish, NOW))
        expect(action.do === 'delete' ? counts.removed : counts.changed).toBe(NOTES)
        const [{ wall, processor }] = held
        console.log(
          `${kind}: publishing ${NOTES} notes (${action.do}) held the database ${wall.toFixed(0)} ms, ${processor.toFixed(0)} ms of them at work`,
        )
        return processor
      }
      expect(await publishAfter({ do: 'add-tags', tags: ['gates'] })).toBeLessThan(MOST_MS)
      // Each has another card now.
      expect(await publishAfter({ do: 'set-kind', kind: 'REVERSED' })).toBeLessThan(MOST_MS)
      expect(await publishAfter({ do: 'delete' })).toBeLessThan(MOST_MS)
    },
  )
})
