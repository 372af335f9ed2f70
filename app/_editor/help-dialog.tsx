'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText(editorText)
  const help = text.help
  const inList: [string[], string][] = [
    [['↑', '↓', 'K', 'J'], help.move],
    [[help.enter, 'E'], help.edit],
    [['N'], text.newNote],
    [['D'], text.duplicate],
    [['Alt+↑', 'Alt+↓'], `${text.moveUp} / ${text.moveDown}`],
    [['T'], help.tag],
    [[help.del, '#'], text.delete],
    [['U', 'Ctrl+Z'], text.undo],
    [[help.space], help.choose],
    [['Ctrl+A'], help.chooseAll],
    [['/'], help.goSearch],
    [['?'], help.thisHelp],
  ]
  const anywhere: [string[], string][] = [
    [['Ctrl+' + help.enter], text.newNote],
    [['Alt+PageUp', 'Alt+PageDown'], help.move],
    [['Alt+C'], help.gap],
    [['Alt+Shift+C'], help.gapAgain],
    [['Esc'], help.toList],
  ]
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={help.title}
      actions={<Button onClick={onClose}>{help.close}</Button>}
    >
      <KeyTable caption={help.inList} rows={inList} />
      <KeyTable caption={help.anywhere} rows={anywhere} />
    </Dialog>
  )
}

function KeyTable({ caption, rows }: { caption: string; rows: [string[], string][] }) {
  const { help } = useText(editorText)
  return (
    <table className="w-full text-sm">
      <caption className="text-soft pb-1 text-start text-sm font-medium">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{help.keys}</th>
          <th scope="col">{help.action}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([keys, what]) => (
          <tr key={what} className="border-hairline border-b last:border-0">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="border-outline bg-sunk me-1 inline-block min-w-7 rounded-sm border px-1.5 text-center font-sans text-xs leading-6"
                >
                  {key}
                </kbd>
              ))}
            </th>
            <td className="py-1.5">{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
