'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { KeysDialog, type KeyRow } from '../_ui/keys-dialog'

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText(editorText)
  const help = text.help
  const inList: KeyRow[] = [
    [['↑', '↓', 'K', 'J'], help.move],
    [[help.enter, 'E'], help.edit],
    [['N'], text.newNote],
    [['D'], text.duplicate],
    [['Alt+↑', 'Alt+↓'], `${text.moveUp} / ${text.moveDown}`],
    [['T'], help.tag],
    [[help.del, '#'], text.delete],
    [['U', 'Ctrl+Z'], text.undo],
    [['Ctrl+Shift+Z', 'Ctrl+Y'], text.redo],
    [[help.space], help.choose],
    [['Ctrl+A'], help.chooseAll],
    [['/'], help.goSearch],
    [['?'], help.thisHelp],
  ]
  const anywhere: KeyRow[] = [
    [['Ctrl+' + help.enter], text.newNote],
    [['Alt+PageUp', 'Alt+PageDown'], help.move],
    [['Alt+C'], help.gap],
    [['Alt+Shift+C'], help.gapAgain],
    [['Esc'], help.toList],
  ]
  return (
    <KeysDialog
      isOpen={isOpen}
      onClose={onClose}
      title={help.title}
      close={help.close}
      columns={help}
      tables={[
        { caption: help.inList, rows: inList },
        { caption: help.anywhere, rows: anywhere },
      ]}
    />
  )
}
