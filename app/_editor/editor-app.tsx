'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Locale } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { ButtonLink } from '../_ui/button-link'
import { classNames } from '../_ui/class-names'
import { EmptyState } from '../_ui/empty-state'
import { StatusLine } from '../_ui/status-line'
import { BulkBar } from './bulk-bar'
import { DeckWordsDialog } from './deck-words-dialog'
import { DuplicatesDialog } from './duplicates-dialog'
import { anywhereAction, listAction, type EditorAction } from './editor-keys'
import { EditorStore, type EditorState } from './editor-store'
import { NO_FILTER } from './filter-notes'
import { HelpDialog } from './help-dialog'
import { ListFilter } from './list-filter'
import { listTags } from './list-tags'
import { NoteDesk, type NoteDeskHandle } from './note-desk'
import { NoteList } from './note-list'
import { NoticeLine } from './notice-line'
import { SaveLine } from './save-line'
import { Toolbar } from './toolbar'
import { useNoteAddress } from './use-note-address'

type EditorAppProps = { userId: string; slug: string; locales: Locale[]; canEdit: boolean }

/** List and card side by side on a desk, one at a time on a phone; everything by keys, and by buttons. */
export function EditorApp({ userId, slug, locales, canEdit }: EditorAppProps) {
  const text = useText(editorText)
  const [store] = useState(() => new EditorStore(userId, slug, canEdit, locales))
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState)
  useEffect(() => store.start(), [store])
  useNoteAddress(state.openId, state.phase === 'ready', (id) => void store.open(id))
  const [dialog, setDialog] = useState<'help' | 'duplicates' | 'words' | null>(null)
  const closeDialog = () => setDialog(null)
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const desk = useRef<NoteDeskHandle>(null)
  const allTags = useMemo(() => listTags(state.heads).map(({ tag }) => tag), [state.heads])
  const { shown, openId, chosen, session } = state
  const head = state.heads.find((each) => each.id === openId)

  function act(action: EditorAction) {
    switch (action) {
      case 'next':
        return store.step(1)
      case 'previous':
        return store.step(-1)
      case 'first':
        return shown[0] && void store.open(shown[0].id)
      case 'last':
        return shown.length > 0 && void store.open(shown[shown.length - 1].id)
      case 'edit':
        return desk.current?.write()
      case 'tag':
        return desk.current?.tag()
      case 'new':
        return write(() => store.add())
      case 'duplicate':
        return write(() => store.duplicate())
      case 'up':
        return void store.move(-1)
      case 'down':
        return void store.move(1)
      case 'delete':
        return void store.delete().then(() => list.current?.focus())
      case 'undo':
        return void store.undo()
      case 'redo':
        return void store.redo()
      case 'choose':
        return openId !== null && store.choose([openId], !chosen.has(openId))
      case 'choose-all':
        return store.choose(
          shown.map((each) => each.id),
          true,
        )
      case 'search':
        return search.current?.focus()
      case 'help':
        return setDialog('help')
      case 'to-list':
        return list.current?.focus()
    }
  }

  /** At once: the very next key is written into the new note. */
  function write(make: () => void) {
    if (!canEdit) return
    flushSync(make)
    desk.current?.write()
  }

  function onKey(event: KeyboardEvent, find: typeof listAction) {
    const isElsewhere = event.target instanceof Element && event.target.closest('dialog[open]') !== null
    if (isElsewhere || event.nativeEvent.isComposing || event.defaultPrevented) return
    const action = find(event)
    if (action === null) return
    event.preventDefault()
    act(action)
  }

  if (state.phase === 'failed')
    return (
      <div className="grid justify-items-start gap-3">
        <StatusLine tone="danger">{state.failure ?? text.loadFailed}</StatusLine>
        <Button onClick={() => void store.load()}>{text.retry}</Button>
      </div>
    )
  if (state.phase === 'loading')
    return (
      <p role="status" className="text-soft">
        {text.loading}
      </p>
    )

  const isEmpty = state.heads.length === 0
  return (
    <div onKeyDown={(event) => onKey(event, anywhereAction)}>
      {canEdit ? null : (
        <p className="border-caution text-soft mb-4 border-s-2 ps-4 text-sm">{text.readOnly}</p>
      )}
      <StatusLine tone="danger" className="mb-3">
        {state.failure}
      </StatusLine>
      {isEmpty ? (
        <EmptyState
          title={text.emptyTitle}
          action={
            canEdit ? (
              <div className="flex flex-wrap gap-3">
                <Button look="primary" onClick={() => act('new')}>
                  {text.newNote}
                </Button>
                <ButtonLink href={`/decks/${slug}/from-notes`}>{text.fromNotes}</ButtonLink>
              </div>
            ) : null
          }
        >
          {canEdit ? text.emptyLead : null}
        </EmptyState>
      ) : (
        <div className="editor">
          <section
            aria-label={text.list}
            className={classNames(
              'editor-side flex min-w-0 flex-col gap-2 max-lg:h-[calc(100dvh-14rem)]',
              openId !== null && 'max-lg:hidden',
            )}
          >
            <ListFilter
              filter={state.filter}
              onFilter={(filter) => store.filterBy(filter)}
              heads={state.heads}
              searchField={search}
            />
            <div className="text-soft flex flex-wrap items-center justify-between gap-x-3 text-xs">
              <p role="status">{text.counted(shown.length, countedOf(state))}</p>
              {canEdit ? (
                <Button
                  look="quiet"
                  className="min-h-9! px-2! text-xs!"
                  disabled={shown.length === 0}
                  onClick={() => act('choose-all')}
                >
                  {text.selectAll}
                </Button>
              ) : null}
            </div>
            {chosen.size > 0 ? (
              <BulkBar
                ids={store.targets()}
                isDeleted={state.filter.show === 'deleted'}
                onOperate={(operations, kind) => void store.operate(operations, kind)}
                onDelete={() => void store.delete()}
                onRestore={() => void store.restore()}
                onClear={() => store.choose([...chosen], false)}
              />
            ) : null}
            {shown.length > 0 ? (
              <NoteList
                ref={list}
                notes={shown}
                deckLocales={state.locales}
                openId={openId}
                chosen={chosen}
                unsaved={state.unsaved}
                onOpen={(id) => void store.open(id)}
                onChoose={(id, isChosen) => store.choose([id], isChosen)}
                onKeyDown={(event) => onKey(event, listAction)}
              />
            ) : (
              <div className="grid justify-items-start gap-3 py-6">
                <p>{text.nothingFound}</p>
                <Button onClick={() => store.filterBy(NO_FILTER)}>{text.clearFilter}</Button>
              </div>
            )}
            {canEdit ? (
              <div className="flex flex-wrap items-center gap-x-1">
                <Button look="primary" className="lg:hidden" onClick={() => act('new')}>
                  {text.newNote}
                </Button>
                <Button look="quiet" className="px-2! text-xs!" onClick={() => setDialog('duplicates')}>
                  {text.duplicatesButton}
                </Button>
                <Button look="quiet" className="px-2! text-xs!" onClick={() => setDialog('words')}>
                  {text.deckWords.button}
                </Button>
              </div>
            ) : null}
          </section>
          <div className={classNames('min-w-0', openId === null && 'max-lg:hidden')}>
            <div className="mb-3 lg:hidden">
              <Button look="quiet" onClick={() => void store.open(null)}>
                ← {text.backToList}
              </Button>
              <Button look="quiet" onClick={() => store.step(-1)}>
                {text.previous}
              </Button>
              <Button look="quiet" onClick={() => store.step(1)}>
                {text.next}
              </Button>
            </div>
            {canEdit ? (
              <Toolbar
                hasNote={session !== null}
                isDeleted={head?.state === 'deleted'}
                canUndo={state.canUndo}
                canRedo={state.canRedo}
                onNew={() => act('new')}
                onDuplicate={() => act('duplicate')}
                onMove={(by) => void store.move(by)}
                onDelete={() => void store.delete(openId === null ? [] : [openId])}
                onRestore={() => void store.restore(openId === null ? [] : [openId])}
                onUndo={() => void store.undo()}
                onRedo={() => void store.redo()}
                onHelp={() => setDialog('help')}
              />
            ) : null}
            <div className="mt-2 mb-3 min-h-6">
              {session ? <SaveLine session={session} onRetry={() => store.retry()} /> : null}
            </div>
            {session ? (
              <NoteDesk
                key={session.id}
                ref={desk}
                session={session}
                slug={slug}
                deckLocales={state.locales}
                allTags={allTags}
                isReadOnly={!canEdit || head?.state === 'deleted'}
                onChange={(draft) => store.change(draft)}
                onResolve={(draft) => store.resolve(draft)}
              />
            ) : null}
          </div>
        </div>
      )}
      <NoticeLine notice={state.notice} onUndo={() => void store.undo()} onRedo={() => void store.redo()} />
      <HelpDialog isOpen={dialog === 'help'} onClose={closeDialog} />
      <DuplicatesDialog
        isOpen={dialog === 'duplicates'}
        slug={slug}
        heads={state.heads}
        onOpen={(id) => void store.open(id)}
        onDelete={(id) => void store.delete([id])}
        onClose={closeDialog}
      />
      <DeckWordsDialog
        isOpen={dialog === 'words'}
        slug={slug}
        draft={state.words}
        onSaved={(words) => store.rename(words)}
        onClose={closeDialog}
      />
    </div>
  )
}

/** Deleted ones are counted only among themselves. */
const countedOf = ({ heads, filter }: EditorState) =>
  heads.filter((head) => (head.state === 'deleted') === (filter.show === 'deleted')).length
