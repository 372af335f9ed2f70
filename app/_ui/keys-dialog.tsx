import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

/** The keys that do one thing, and what that is. */
export type KeyRow = readonly [keys: readonly string[], what: string]

type KeysDialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  close: string
  /** What the two columns are, for who cannot see it. */
  columns: { keys: string; action: string }
  tables: readonly { caption?: string; rows: readonly KeyRow[] }[]
  children?: ReactNode
}

/** What the keyboard does on a page: one dialog for every page that has keys of its own. */
export function KeysDialog({ isOpen, onClose, title, close, columns, tables, children }: KeysDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={<Button onClick={onClose}>{close}</Button>}
    >
      {tables.map(({ caption, rows }) => (
        <table key={caption ?? title} className="w-full text-sm">
          {caption === undefined ? null : (
            <caption className="text-soft pb-1 text-start text-sm font-medium">{caption}</caption>
          )}
          <thead className="sr-only">
            <tr>
              <th scope="col">{columns.keys}</th>
              <th scope="col">{columns.action}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([keys, what]) => (
              <tr key={what} className="border-hairline border-b last:border-0">
                <th
                  scope="row"
                  className="w-px min-w-40 py-1.5 pe-4 text-start font-normal sm:whitespace-nowrap"
                >
                  {keys.map((key) => (
                    <kbd
                      key={key}
                      className="border-outline bg-sunk me-1 inline-block min-w-7 rounded-sm border px-1.5 text-center font-sans text-xs leading-6 whitespace-nowrap"
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
      ))}
      {children}
    </Dialog>
  )
}
