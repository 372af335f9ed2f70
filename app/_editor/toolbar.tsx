'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'

type ToolbarProps = {
  hasNote: boolean
  isDeleted: boolean
  canUndo: boolean
  canRedo: boolean
  onNew: () => void
  onDuplicate: () => void
  onMove: (by: -1 | 1) => void
  onDelete: () => void
  onRestore: () => void
  onUndo: () => void
  onRedo: () => void
  onHelp: () => void
}

/** Everything that the keys do, for who does not use them. */
export function Toolbar(props: ToolbarProps) {
  const text = useText(editorText)
  return (
    <div role="group" aria-label={text.tools} className="flex flex-wrap items-center gap-1">
      <Button look="primary" onClick={props.onNew} className="me-2">
        {text.newNote}
      </Button>
      {props.hasNote ? (
        <>
          <Button look="quiet" onClick={props.onDuplicate}>
            {text.duplicate}
          </Button>
          <Button look="quiet" onClick={() => props.onMove(-1)} aria-label={text.moveUp} title={text.moveUp}>
            ↑
          </Button>
          <Button
            look="quiet"
            onClick={() => props.onMove(1)}
            aria-label={text.moveDown}
            title={text.moveDown}
          >
            ↓
          </Button>
          {props.isDeleted ? (
            <Button look="quiet" onClick={props.onRestore}>
              {text.restore}
            </Button>
          ) : (
            <Button look="quiet" onClick={props.onDelete} className="text-danger">
              {text.delete}
            </Button>
          )}
        </>
      ) : null}
      <Button look="quiet" onClick={props.onUndo} disabled={!props.canUndo}>
        {text.undo}
      </Button>
      <Button look="quiet" onClick={props.onRedo} disabled={!props.canRedo}>
        {text.redo}
      </Button>
      <Button look="quiet" onClick={props.onHelp} className="ms-auto">
        {text.keys}
      </Button>
    </div>
  )
}
