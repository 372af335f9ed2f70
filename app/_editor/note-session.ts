import type { DraftNoteView } from '@/lib/authoring/drafts/draft-note-view'
import type { NoteDraft } from '@/lib/core/content/content'
import { callApi, isPassing, type ApiAnswer, type ApiFailure } from '../_api/call-api'
import { localDrafts } from './local-drafts'

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

export type SessionState = {
  id: string
  /** As it stands in the fields. */
  draft: NoteDraft
  /** As the server last had it; null for a note that it has not had. */
  base: DraftNoteView | null
  save: SaveState
  failure: string | null
  /** What somebody else saved meanwhile. */
  theirs: DraftNoteView | null
}

type Place = { userId: string; slug: string; after: string | null }

const PAUSE_MS = 700
const RETRY_MS = [3_000, 10_000, 30_000]

/**
 * One note that is being written: every change goes to this browser's storage at once and to the server after a short
 * pause, one request at a time, each naming the version that it was written on. When somebody else saved meanwhile
 * nothing is sent any more until the author has chosen.
 */
export class NoteSession {
  state: SessionState
  private timer: ReturnType<typeof setTimeout> | null = null
  private running: Promise<void> | null = null
  private failures = 0

  constructor(
    private readonly place: Place,
    id: string,
    draft: NoteDraft,
    base: DraftNoteView | null,
    private readonly onChange: (state: SessionState) => void,
  ) {
    const isUnsaved = base === null || !isEqual(draft, wordsOf(base))
    this.state = { id, draft, base, save: isUnsaved ? 'waiting' : 'saved', failure: null, theirs: null }
    if (isUnsaved) this.schedule(0)
  }

  change(draft: NoteDraft): void {
    if (this.state.theirs !== null) return this.set({ draft }, true)
    const { base } = this.state
    if (base !== null && isEqual(draft, wordsOf(base)) && this.running === null) {
      this.stopTimer()
      localDrafts.remove(this.place.userId, this.place.slug, this.state.id)
      return this.set({ draft, save: 'saved', failure: null })
    }
    this.set({ draft, save: this.running ? 'saving' : 'waiting' }, true)
    this.schedule(PAUSE_MS)
  }

  /** Sends what waits and comes back when it is there, or when that failed. */
  async flush(): Promise<void> {
    this.stopTimer()
    while (this.isUnsaved()) {
      await this.save()
      if (this.state.save === 'failed' || this.state.save === 'conflict') return
    }
  }

  /** The author has chosen between both: what is chosen is written on top of what the other saved. */
  resolve(draft: NoteDraft): void {
    const { theirs } = this.state
    if (theirs === null) return
    this.set({ base: theirs, theirs: null, save: 'waiting', failure: null })
    this.change(draft)
    if (this.isUnsaved()) void this.flush()
  }

  /** What the server has now, after a change that was made elsewhere in the editor. */
  adopt(base: DraftNoteView): void {
    if (this.isUnsaved()) return this.set({ base: { ...base } })
    this.set({ base, draft: wordsOf(base), save: 'saved', failure: null })
  }

  isUnsaved(): boolean {
    const { base, draft } = this.state
    return base === null || !isEqual(draft, wordsOf(base))
  }

  retry(): void {
    if (this.state.save === 'failed') void this.flush()
  }

  dispose(): void {
    this.stopTimer()
  }

  private async save(): Promise<void> {
    this.running ??= this.send().finally(() => (this.running = null))
    await this.running
  }

  private async send(): Promise<void> {
    const { id, draft, base } = this.state
    this.set({ save: 'saving' })
    const answer = await sendDraft(this.place, id, draft, base)
    if (answer.ok) {
      this.failures = 0
      const isLatest = isEqual(this.state.draft, draft)
      if (isLatest) localDrafts.removeSaved(this.place.userId, this.place.slug, id, draft)
      const { note } = answer.value
      this.set({
        base: { ...note, ...wordsOf({ ...note, ...draft }) },
        save: isLatest ? 'saved' : 'waiting',
        failure: null,
      })
      if (!isLatest) {
        this.keep()
        this.schedule(PAUSE_MS)
      }
      return
    }
    const theirs = theirsIn(answer)
    if (theirs !== null) return this.set({ theirs, save: 'conflict', failure: null })
    this.set({ save: 'failed', failure: answer.message })
    // What was refused for what it is will be refused again: the next key sends it anew.
    if (isPassing(answer)) this.schedule(RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)])
  }

  private schedule(ms: number): void {
    this.stopTimer()
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private set(change: Partial<SessionState>, isTyped = false): void {
    this.state = { ...this.state, ...change }
    if (isTyped) this.keep()
    this.onChange(this.state)
  }

  private keep(): void {
    const { id, draft, base } = this.state
    const { userId, slug, after } = this.place
    const draftVersion = base?.draftVersion ?? null
    localDrafts.put(userId, slug, { id, draft, draftVersion, after, at: Date.now() })
  }
}

function sendDraft(
  { slug, after }: Place,
  id: string,
  draft: NoteDraft,
  base: DraftNoteView | null,
): Promise<ApiAnswer<{ note: DraftNoteView }>> {
  const { kind, tags, fields, source, exercise } = draft
  if (base === null) {
    const optional = { ...(source && { source }), ...(exercise !== undefined && { exercise }) }
    return callApi('POST', `/decks/${slug}/draft/notes`, { id, after, kind, tags, fields, ...optional })
  }
  return callApi('PATCH', `/decks/${slug}/draft/notes/${id}`, {
    draftVersion: base.draftVersion,
    kind,
    tags,
    fields,
    source: source ?? null,
    exercise: exercise ?? null,
  })
}

function theirsIn(failure: ApiFailure): DraftNoteView | null {
  const { detail } = failure
  if (failure.code !== 'conflict' || typeof detail !== 'object' || detail === null) return null
  return 'note' in detail ? (detail.note as DraftNoteView) : null // the border: the route's own answer
}

/** What is written of a note, without what the server adds. */
export function wordsOf({ kind, tags, source, fields, exercise }: NoteDraft): NoteDraft {
  return {
    kind,
    tags,
    fields,
    ...(source === undefined || source === '' ? {} : { source }),
    ...(exercise === undefined || exercise === null ? {} : { exercise }),
  }
}

export const isEqual = (a: NoteDraft, b: NoteDraft): boolean => spell(a) === spell(b)

const spell = (draft: NoteDraft) => {
  const { kind, tags, source, fields, exercise } = wordsOf(draft)
  const parts = (['zh', 'en'] as const).map((locale) => {
    const field = fields[locale]
    return field ? [field.front, field.back, field.answers ?? null] : null
  })
  return JSON.stringify([kind, tags, source ?? null, parts, exercise ?? null])
}
