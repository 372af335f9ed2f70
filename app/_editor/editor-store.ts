import type { DraftNoteView } from '@/lib/authoring/drafts/draft-note-view'
import type { DraftHead, DraftList } from '@/lib/authoring/drafts/list-draft'
import type { NoteOperation } from '@/lib/authoring/drafts/note-operation'
import type { Locale, NoteDraft } from '@/lib/core/content/content'
import type { DeckDraft } from '@/lib/store/decks'
import { callApi } from '../_api/call-api'
import { newEventId } from '../_study/new-event-id'
import { applyToHeads } from './apply-to-heads'
import { filterNotes, NO_FILTER, type NoteFilter } from './filter-notes'
import { headOfDraft } from './head-of-draft'
import { localDrafts, type LocalDraft } from './local-drafts'
import { isEqual, NoteSession, wordsOf, type SaveState, type SessionState } from './note-session'
import { inRequests, sendOperations, type Sent } from './send-operations'
import { UndoStack, type Step } from './undo-stack'

/** What was just done, in words that the view chooses; with how often. */
export type Notice = {
  kind:
    | 'deleted'
    | 'restored'
    | 'moved'
    | 'tagged'
    | 'kind'
    | 'undone'
    | 'redone'
    | 'nothing-to-undo'
    | 'nothing-to-redo'
    | 'kept'
  count: number
}

export type EditorState = {
  phase: 'loading' | 'ready' | 'failed'
  failure: string | null
  locales: Locale[]
  /** Title and description as drafted. */
  words: DeckDraft
  heads: DraftHead[]
  /** Those that the filter shows. */
  shown: DraftHead[]
  filter: NoteFilter
  found: ReadonlySet<string> | null
  chosen: ReadonlySet<string>
  openId: string | null
  session: SessionState | null
  /** Of notes that are not saved, by id. */
  unsaved: ReadonlyMap<string, SaveState>
  notice: Notice | null
  canUndo: boolean
  canRedo: boolean
}

const NOTICE_MS = 12_000

/** All that the editor's page knows and does; its parts only show it. */
export class EditorStore {
  private current: EditorState
  private readonly listeners = new Set<() => void>()
  private readonly sessions = new Map<string, NoteSession>()
  private readonly changes: UndoStack
  private searches = 0
  /** Asked for twice, the later list would come over what was written on the earlier. */
  private isLoading = false
  /** Pressed again while a step is on its way, the same step would be sent twice. */
  private isGoing = false
  private readonly onOnline = () => this.sessions.forEach((session) => session.retry())

  constructor(
    private readonly userId: string,
    readonly slug: string,
    readonly canEdit: boolean,
    locales: Locale[],
  ) {
    this.changes = new UndoStack(userId, slug)
    this.current = {
      phase: 'loading',
      failure: null,
      locales,
      words: { title: {}, description: {} },
      heads: [],
      shown: [],
      filter: NO_FILTER,
      found: null,
      chosen: new Set(),
      openId: null,
      session: null,
      unsaved: new Map(),
      notice: null,
      canUndo: false,
      canRedo: false,
    }
  }

  readonly getState = (): EditorState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  start(): () => void {
    window.addEventListener('online', this.onOnline)
    void this.load()
    return () => {
      window.removeEventListener('online', this.onOnline)
      void this.flushAll()
    }
  }

  async load(openId: string | null = hashId()): Promise<void> {
    if (this.isLoading) return
    this.isLoading = true
    this.set({ phase: 'loading', failure: null })
    const answer = await callApi<DraftList>('GET', `/decks/${this.slug}/draft`)
    this.isLoading = false
    if (!answer.ok) return this.set({ phase: 'failed', failure: answer.message })
    const { notes, deck, draft } = answer.value
    const locales = deck.locales.length > 0 ? deck.locales : this.current.locales
    this.setHeads(notes, { phase: 'ready', locales, words: draft, ...this.ways() })
    // Before a note is opened: what the server has must not come before what was typed and not sent.
    if (this.canEdit) await this.restoreLocal(localDrafts.list(this.userId, this.slug))
    const { heads, shown } = this.current
    const first = heads.find((head) => head.id === openId) ?? shown[0]
    if (first && this.current.openId === null && (openId !== null || isDesk())) await this.open(first.id)
  }

  async open(id: string | null): Promise<void> {
    const session = id === null ? undefined : this.sessions.get(id)
    this.set({ openId: id, session: session?.state ?? null })
    if (id === null || session) return
    const failure = await this.fetchNote(id)
    if (this.current.openId === id) this.set({ failure })
  }

  /** The next or previous one that is shown. */
  step(by: number): void {
    const { shown, openId } = this.current
    const at = shown.findIndex((head) => head.id === openId)
    const next = shown[at === -1 ? (by > 0 ? 0 : shown.length - 1) : at + by]
    if (next) void this.open(next.id)
  }

  change(draft: NoteDraft): void {
    const { openId } = this.current
    if (openId !== null && this.canEdit) this.sessions.get(openId)?.change(draft)
  }

  resolve(draft: NoteDraft): void {
    const { openId } = this.current
    if (openId !== null) this.sessions.get(openId)?.resolve(draft)
  }

  rename(words: DeckDraft): void {
    this.set({ words })
  }

  retry(): void {
    const { openId } = this.current
    if (openId !== null) this.sessions.get(openId)?.retry()
  }

  /** A new note after the open one, of its kind unless said otherwise; it may be written in at once. */
  add(draft?: Partial<NoteDraft>): void {
    if (!this.canEdit) return
    const { openId, heads, session } = this.current
    const id = newEventId(Date.now())
    const kind = draft?.kind ?? session?.draft.kind ?? 'BASIC'
    const isPlain = kind !== 'EXERCISE'
    const made: NoteDraft = { kind: isPlain ? kind : 'BASIC', tags: [], fields: {}, ...draft }
    const at = heads.findIndex((head) => head.id === openId)
    const after = at === -1 ? (heads[heads.length - 1]?.id ?? null) : openId
    this.addSession(id, made, null, after)
    this.changes.did([[{ do: 'delete', ids: [id] }]])
    // What is new is shown, whatever the filter says.
    if (!this.current.shown.some((head) => head.id === id)) this.filterBy(NO_FILTER)
    this.set({
      openId: id,
      session: this.sessions.get(id)?.state ?? null,
      notice: null,
      ...this.ways(),
    })
  }

  duplicate(): void {
    const { session } = this.current
    if (session) this.add({ ...session.draft })
  }

  async move(by: -1 | 1): Promise<void> {
    const { heads, shown, openId } = this.current
    const at = shown.findIndex((head) => head.id === openId)
    const other = shown[at + by]
    if (at === -1 || !other || openId === null) return
    const place = heads.findIndex((head) => head.id === other.id)
    const after = by === 1 ? other.id : (heads[place - 1]?.id ?? null)
    await this.operate([{ do: 'move', ids: [openId], after }], 'moved')
  }

  /** The chosen notes, or else the open one. */
  targets(): string[] {
    const { chosen, heads, openId } = this.current
    if (chosen.size > 0) return heads.filter((head) => chosen.has(head.id)).map((head) => head.id)
    return openId === null ? [] : [openId]
  }

  async delete(ids = this.targets()): Promise<void> {
    const { shown, openId } = this.current
    const gone = new Set(ids)
    const at = shown.findIndex((head) => head.id === openId)
    const next = shown.slice(at + 1).find((head) => !gone.has(head.id))
    const before = shown.slice(0, Math.max(0, at)).findLast((head) => !gone.has(head.id))
    if (!(await this.operate([{ do: 'delete', ids }], 'deleted'))) return
    this.set({ chosen: new Set() })
    if (openId !== null && gone.has(openId)) await this.open(next?.id ?? before?.id ?? null)
  }

  async restore(ids = this.targets()): Promise<void> {
    await this.operate([{ do: 'restore', ids }], 'restored')
  }

  /** Makes a change of many notes and remembers what undoes it. */
  async operate(operations: NoteOperation[], kind: Notice['kind']): Promise<boolean> {
    const requests = inRequests(operations)
    if (requests.length === 0 || !this.canEdit) return false
    const { reverse } = await this.send(requests)
    if (reverse.length === 0) return false
    this.changes.did(reverse)
    const count = new Set(operations.flatMap(({ ids }) => ids)).size
    this.set({ notice: { kind, count }, ...this.ways() })
    return true
  }

  undo(): Promise<void> {
    return this.go('undo')
  }

  redo(): Promise<void> {
    return this.go('redo')
  }

  /** What could not be sent stays where it is, to be tried again. */
  private async go(way: 'undo' | 'redo'): Promise<void> {
    const requests = this.changes.last(way)
    if (this.isGoing) return
    if (!requests) return this.set({ notice: { kind: `nothing-to-${way}`, count: 0 } })
    this.isGoing = true
    const { reverse, left } = await this.send(requests)
    this.isGoing = false
    this.changes.made(way, reverse, left)
    this.set(this.ways())
    if (left.length > 0) return // with the failure shown
    // Somebody else may have changed it meanwhile, so that nothing was left to do.
    const kind = reverse.length === 0 ? (`nothing-to-${way}` as const) : way === 'undo' ? 'undone' : 'redone'
    this.set({ notice: { kind, count: 0 } })
    const back = requests.flat().find((operation) => operation.do === 'restore')?.ids[0]
    if (back !== undefined) await this.open(back)
    else if (!this.current.shown.some((head) => head.id === this.current.openId)) this.step(-1)
  }

  private ways(): Pick<EditorState, 'canUndo' | 'canRedo'> {
    const { canUndo, canRedo } = this.changes
    return { canUndo, canRedo }
  }

  choose(ids: string[], isChosen: boolean): void {
    const chosen = new Set(this.current.chosen)
    for (const id of ids) {
      if (isChosen) chosen.add(id)
      else chosen.delete(id)
    }
    this.set({ chosen })
  }

  filterBy(filter: NoteFilter): void {
    const isSameWords = filter.words.trim() === this.current.filter.words.trim()
    this.setHeads(this.current.heads, { filter, ...(isSameWords ? {} : { found: null }), chosen: new Set() })
    if (!isSameWords) void this.search(filter.words.trim())
  }

  async flushAll(): Promise<void> {
    await Promise.all([...this.sessions.values()].map((session) => session.flush()))
  }

  private async search(words: string): Promise<void> {
    const turn = ++this.searches
    if (words === '') return
    await new Promise((resolve) => setTimeout(resolve, 250))
    if (turn !== this.searches) return
    const path = `/decks/${this.slug}/draft/search?words=${encodeURIComponent(words.slice(0, 200))}`
    const answer = await callApi<{ ids: string[] }>('GET', path)
    if (answer.ok && turn === this.searches)
      this.setHeads(this.current.heads, { found: new Set(answer.value.ids) })
  }

  /** What waits is saved first, since a change of many writes on top of it. */
  private async send(requests: Step): Promise<Sent> {
    await this.flushAll()
    const sent = await sendOperations(this.slug, requests, async (operations, notes) => {
      this.set({ failure: null })
      this.setHeads(applyToHeads(this.current.heads, operations, notes))
      await this.refresh(notes.map(({ id }) => id))
    })
    if (sent.failure !== null) this.set({ failure: sent.failure })
    return sent
  }

  /** Notes that are open, or were, and have changed under the editor. */
  private async refresh(ids: string[]): Promise<void> {
    for (const id of ids) {
      const session = this.sessions.get(id)
      if (!session) continue
      if (id !== this.current.openId && !session.isUnsaved()) {
        session.dispose()
        this.sessions.delete(id)
        continue
      }
      const answer = await callApi<{ note: DraftNoteView }>('GET', `/decks/${this.slug}/draft/notes/${id}`)
      if (answer.ok) session.adopt(answer.value.note)
    }
  }

  private async restoreLocal(locals: LocalDraft[]): Promise<void> {
    let kept = 0
    for (const { id, draft, draftVersion, after } of locals) {
      const head = this.current.heads.find((each) => each.id === id)
      if (!head && draftVersion !== null) {
        localDrafts.remove(this.userId, this.slug, id) // published away, or not this author's any more
        continue
      }
      kept++
      if (!head) this.addSession(id, draft, null, after)
      else await this.fetchNote(id)
    }
    if (kept > 0) this.set({ notice: { kind: 'kept', count: kept } })
  }

  private async fetchNote(id: string): Promise<string | null> {
    const answer = await callApi<{ note: DraftNoteView }>('GET', `/decks/${this.slug}/draft/notes/${id}`)
    if (!answer.ok) return answer.message
    if (!this.sessions.has(id)) this.begin(answer.value.note)
    return null
  }

  /** What was typed in this browser and is not on the server comes before what the server has. */
  private begin(note: DraftNoteView): void {
    const { id } = note
    const words = wordsOf(note)
    const locals = this.canEdit ? localDrafts.list(this.userId, this.slug) : []
    const local = locals.find((each) => each.id === id)
    if (local === undefined || isEqual(local.draft, words)) {
      if (local) localDrafts.remove(this.userId, this.slug, id)
      return this.addSession(id, words, note, null)
    }
    // Written on an older version: the save is refused, and both are shown side by side.
    const draftVersion = Math.min(note.draftVersion, local.draftVersion ?? note.draftVersion)
    this.addSession(id, local.draft, { ...note, draftVersion }, null)
  }

  private addSession(id: string, draft: NoteDraft, base: DraftNoteView | null, after: string | null): void {
    const place = { userId: this.userId, slug: this.slug, after }
    const session = new NoteSession(place, id, draft, base, (state) => this.take(state))
    this.sessions.set(id, session)
    if (!this.current.heads.some((head) => head.id === id)) {
      const heads = [...this.current.heads]
      const at = heads.findIndex((head) => head.id === after)
      heads.splice(
        after === null ? 0 : at === -1 ? heads.length : at + 1,
        0,
        headOfDraft(session.state, undefined),
      )
      this.setHeads(heads)
    }
    this.take(session.state)
  }

  private take(state: SessionState): void {
    const { openId, heads, unsaved } = this.current
    const next = new Map(unsaved)
    if (state.save === 'saved') next.delete(state.id)
    else next.set(state.id, state.save)
    this.setHeads(
      heads.map((head) => (head.id === state.id ? headOfDraft(state, head) : head)),
      { unsaved: next, ...(openId === state.id && { session: state }) },
    )
  }

  private setHeads(heads: DraftHead[], change: Partial<EditorState> = {}): void {
    const { filter, found } = { ...this.current, ...change }
    this.set({ ...change, heads, shown: filterNotes(heads, filter, found) })
  }

  /** A notice goes by itself: what it offers, the keys and the toolbar offer for longer. */
  private fade(notice: Notice): void {
    setTimeout(() => this.current.notice === notice && this.set({ notice: null }), NOTICE_MS)
  }

  private set(change: Partial<EditorState>): void {
    if (change.notice) this.fade(change.notice)
    this.current = { ...this.current, ...change }
    for (const listener of this.listeners) listener()
  }
}

const isDesk = () => matchMedia('(min-width: 64rem)').matches

export const hashId = (): string | null => /^#([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null
