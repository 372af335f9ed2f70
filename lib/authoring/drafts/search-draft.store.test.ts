import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner } from '@/lib/study/testing/seed-study'
import { importDeck } from '../import-deck'
import { listDraft } from './list-draft'
import { saveNoteDraft } from './save-note-draft'
import { searchDraft } from './search-draft'

const NOW = Date.UTC(2026, 10, 27)
const FILE = `---
deck: gates
title: { en: Gates }
---
## a
kind: typed
tags: [lstm]
source: Chapter 10
### en
Which activation?

= tanh

## b
### en
What is kept?
---
The State
### zh
保留什么？
---
状态
`

describe.each(databaseKinds)('searching drafts on %s', (kind) => {
  let house: TestStore
  let store: Store
  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())

  it('finds words of either language, answers, tags and sources, as drafted; strangers find no deck', async () => {
    const [anna, ben] = [await seedLearner(store), await seedLearner(store)]
    const brought = await importDeck(store, anna.actor, { text: FILE, images: [], locale: 'en' }, NOW)
    if (!brought.ok) throw new Error(JSON.stringify(brought))
    const { slug } = brought.value
    const list = await listDraft(store, anna.actor, { slug })
    const keyOf = new Map(list.ok ? list.value.notes.map(({ id, key }) => [id, key]) : [])
    const find = async (words: string) => {
      const found = await searchDraft(store, anna.actor, { slug, words })
      return found.ok ? found.value.ids.map((id) => keyOf.get(id)) : found.code
    }
    expect(await find('TANH')).toEqual(['a'])
    expect(await find('chapter lstm')).toEqual(['a'])
    expect(await find('状态 state')).toEqual(['b'])
    expect(await find('nowhere')).toEqual([])

    const b = [...keyOf].find(([, key]) => key === 'b')?.[0] ?? ''
    const fields = { en: { front: 'What is carried?', back: 'x' } }
    await saveNoteDraft(
      store,
      anna.actor,
      { slug, id: b, draftVersion: 0, change: { fields }, locale: 'en' },
      NOW,
    )
    expect(await find('carried')).toEqual(['b'])
    expect(await find('kept')).toEqual([])
    expect(await searchDraft(store, ben.actor, { slug, words: 'tanh' })).toMatchObject({ code: 'not-found' })
  })
})
