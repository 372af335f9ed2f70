import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applyOperations } from '@/lib/authoring/drafts/apply-operations'
import type { NoteOperation } from '@/lib/authoring/drafts/note-operation'
import type { NoteDraft } from '@/lib/core/content/content'
import { EditorStore } from './editor-store'

type Standing = { id: string; draft: NoteDraft; isDeleted: boolean }

const IDS = ['a', 'b', 'c']
let standings: Standing[]
let isOnline: boolean

const stateOf = ({ isDeleted }: Standing) => (isDeleted ? 'deleted' : 'new')

/** Answers as the routes of a deck's draft do, by the same rules. */
async function serve(path: string, init?: RequestInit): Promise<Response> {
  if (path.endsWith('/draft')) {
    const notes = standings.map((standing) => ({
      ...{ id: standing.id, key: standing.id, kind: standing.draft.kind, tags: standing.draft.tags },
      ...{ state: stateOf(standing), isMoved: false, isUnfinished: false, draftVersion: 1, revision: 0 },
      ...{ savedBy: null, locales: ['en'], excerpt: { en: standing.id }, reports: 0, isFlagged: false },
    }))
    return Response.json({ deck: { locales: ['en'] }, draft: { title: {}, description: {} }, notes })
  }
  const note = standings.find(({ id }) => path.endsWith(`/draft/notes/${id}`))
  if (note)
    return Response.json({
      note: { ...note.draft, id: note.id, draftVersion: 1, problems: [], savedBy: null },
    })
  if (!isOnline) throw new TypeError('no network')
  const { operations }: { operations: NoteOperation[] } = JSON.parse(String(init?.body))
  const order = standings.map(({ id }, place) => ({ id, place }))
  const { changed, undo } = applyOperations(order, standings, operations)
  const after = new Map(changed.map((standing) => [standing.id, standing]))
  standings = standings.map((standing) => after.get(standing.id) ?? standing)
  const notes = changed.map((standing) => ({ id: standing.id, draftVersion: 2, state: stateOf(standing) }))
  return Response.json({ notes, undo })
}

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

beforeEach(() => {
  const draft: NoteDraft = { kind: 'BASIC', tags: [], fields: {} }
  standings = IDS.map((id) => ({ id, draft, isDeleted: false }))
  isOnline = true
  vi.stubGlobal('fetch', serve)
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('location', { hash: '' })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const open = async () => {
  const store = new EditorStore('u', 'deck', true, ['en'])
  await store.load(null)
  return store
}
const there = () => standings.flatMap(({ id, isDeleted }) => (isDeleted ? [] : id))
const kinds = () => standings.map(({ draft }) => draft.kind)

describe('changes of many notes', () => {
  it('go back and forth, in a page that was loaded again too', async () => {
    const first = await open()
    await first.operate([{ do: 'set-kind', ids: ['a', 'b'], kind: 'REVERSED' }], 'kind')
    await first.delete(IDS)
    expect([there(), kinds()]).toEqual([[], ['REVERSED', 'REVERSED', 'BASIC']])
    expect(first.getState()).toMatchObject({
      canUndo: true,
      canRedo: false,
      notice: { kind: 'deleted', count: 3 },
    })

    const again = await open()
    expect(again.getState()).toMatchObject({ canUndo: true, canRedo: false })
    await again.undo()
    expect(there()).toEqual(IDS)
    expect(again.getState()).toMatchObject({ canRedo: true, notice: { kind: 'undone' } })
    await again.undo()
    expect(kinds()).toEqual(['BASIC', 'BASIC', 'BASIC'])
    expect(again.getState().canUndo).toBe(false)
    await again.redo()
    await again.redo()
    expect([there(), kinds()]).toEqual([[], ['REVERSED', 'REVERSED', 'BASIC']])
    await again.redo()
    expect(again.getState().notice?.kind).toBe('nothing-to-redo')
    await again.undo()
    expect(there()).toEqual(IDS)
  })

  it('can still be undone when the network was gone at the first press, and are sent once when it is pressed twice', async () => {
    const store = await open()
    await store.delete(['a', 'b'])
    isOnline = false
    await store.undo()
    expect(store.getState()).toMatchObject({ canUndo: true, canRedo: false })
    expect(store.getState().failure).toContain('cannot be reached')
    isOnline = true
    await Promise.all([store.undo(), store.undo()])
    expect(there()).toEqual(IDS)
    expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true, failure: null })
  })

  it('say so when somebody else has undone them already', async () => {
    const store = await open()
    await store.delete(['a'])
    standings = standings.map((standing) => ({ ...standing, isDeleted: false }))
    await store.undo()
    expect(store.getState()).toMatchObject({
      canUndo: false,
      canRedo: false,
      notice: { kind: 'nothing-to-undo' },
    })
  })
})
