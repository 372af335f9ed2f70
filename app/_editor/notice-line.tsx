'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'
import type { Notice } from './editor-store'

/** What was just done, with the way back. */
export function NoticeLine({
  notice,
  onUndo,
  onRedo,
}: {
  notice: Notice | null
  onUndo: () => void
  onRedo: () => void
}) {
  const text = useText(editorText)
  const say = (of: Notice): string => {
    switch (of.kind) {
      case 'deleted':
        return text.deletedNotice(of.count)
      case 'restored':
        return text.restoredNotice
      case 'moved':
        return text.movedNotice
      case 'tagged':
        return text.taggedNotice(of.count)
      case 'kind':
        return text.kindNotice(of.count)
      case 'undone':
        return text.undone
      case 'redone':
        return text.redone
      case 'nothing-to-undo':
        return text.nothingToUndo
      case 'nothing-to-redo':
        return text.nothingToRedo
      case 'kept':
        return text.restored(of.count)
    }
  }
  const canUndo =
    notice !== null && ['deleted', 'restored', 'moved', 'tagged', 'kind', 'redone'].includes(notice.kind)
  return (
    <div
      className={classNames(
        'fixed inset-x-0 bottom-18 z-20 mx-auto flex w-fit max-w-[calc(100vw-2rem)] items-center gap-x-2 text-sm sm:bottom-5',
        notice !== null &&
          'bg-raised border-hairline rounded-lg border py-1 ps-4 pe-2 shadow-[0_8px_28px_var(--shadow)]',
      )}
    >
      <p role="status" className="py-2">
        {notice === null ? null : say(notice)}
      </p>
      {canUndo ? (
        <Button look="quiet" onClick={onUndo}>
          {text.undo}
        </Button>
      ) : null}
      {notice?.kind === 'undone' ? (
        <Button look="quiet" onClick={onRedo}>
          {text.redo}
        </Button>
      ) : null}
    </div>
  )
}
