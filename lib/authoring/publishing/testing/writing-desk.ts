import type { SignedIn } from '@/lib/core/access/actor'
import type { NoteDraft } from '@/lib/core/content/content'
import type { Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { testId } from '@/lib/study/testing/seed-study'
import { addNote } from '../../drafts/add-note'
import { changeNotes } from '../../drafts/change-notes'
import { createDeck } from '../../drafts/create-deck'
import { listDraft } from '../../drafts/list-draft'
import type { NoteOperation } from '../../drafts/note-operation'
import { saveNoteDraft, type NoteChange } from '../../drafts/save-note-draft'
import { getDifference } from '../get-difference'
import { getVersion } from '../get-version'
import { listHistory } from '../list-history'
import { publishDeck, type PublishDeck } from '../publish-deck'
import { restoreVersion } from '../restore-version'

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

export const words = (front: string, back = `${front}!`) => ({ en: { front, back } })

/** An author at work on a new deck of their own, by the same rooms as the editor. */
export async function openWritingDesk(store: Store, author: SignedIn, clock: { now: number }) {
  const { slug } = must(
    await createDeck(store, author, { id: testId(), title: { en: 'Gates' }, description: {} }, clock.now),
  )
  const locale = 'en'
  const list = async () => must(await listDraft(store, author, { slug })).notes
  const find = async (key: string) => {
    const note = (await list()).find((one) => one.key === key)
    if (!note) throw new Error(`There is no note ${key}`)
    return note
  }
  const tryPublish = async (wish: Partial<PublishDeck> = {}) => {
    const seen = wish.seen ?? must(await getDifference(store, author, { slug, locale })).seen
    const input: PublishDeck = { line: '', askAgain: [], leaveOut: [], ...wish, slug, seen, locale }
    return publishDeck(store, author, input, clock.now)
  }
  const tryRestore = async (version: number) => {
    const current = must(await listHistory(store, author, { slug })).deck.version
    return restoreVersion(store, author, { slug, version, current, line: '', locale }, clock.now)
  }
  return {
    slug,
    list,
    find,
    tryPublish,
    tryRestore,
    async add(key: string, content: Partial<NoteDraft> = { fields: words(`${key}?`) }) {
      return must(await addNote(store, author, { slug, id: testId(), key, content, locale }, clock.now)).note
    },
    async edit(key: string, change: NoteChange) {
      const { id, draftVersion } = await find(key)
      return must(await saveNoteDraft(store, author, { slug, id, draftVersion, change, locale }, clock.now))
        .note
    },
    async change(...operations: NoteOperation[]) {
      return must(await changeNotes(store, author, { slug, operations }, clock.now))
    },
    difference: async () => must(await getDifference(store, author, { slug, locale })),
    publish: async (wish: Partial<PublishDeck> = {}) => must(await tryPublish(wish)),
    restore: async (version: number) => must(await tryRestore(version)),
    history: async () => must(await listHistory(store, author, { slug })),
    version: async (version: number) => must(await getVersion(store, author, { slug, version })),
  }
}

export type WritingDesk = Awaited<ReturnType<typeof openWritingDesk>>
