'use client'

import { useText } from '@/lib/platform/i18n/locale-provider'
import { reviewText } from '../_text/review'
import { Button } from '../_ui/button'
import { Dialog } from '../_ui/dialog'

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const all = useText(reviewText)
  const text = all.helpDialog
  const rows: [string[], string][] = [
    [[text.space, text.enter], text.reveal],
    [['1', '2', '3', '4'], text.grade],
    [[text.space], text.good],
    [['Z'], text.undo],
    [['@'], text.suspend],
    [['-'], text.bury],
    [['F'], text.flag],
    [['I'], text.info],
    [['R'], text.report],
    [['L'], text.language],
    [['?'], text.help],
  ]
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.title}
      actions={<Button onClick={onClose}>{all.close}</Button>}
    >
      <table className="w-full text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">{text.keys}</th>
            <th scope="col">{text.action}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([keys, what]) => (
            <tr key={what} className="border-hairline border-b last:border-0">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal whitespace-nowrap">
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
      <p className="text-soft text-sm">{text.swipes}</p>
    </Dialog>
  )
}
