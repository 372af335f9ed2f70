import { Formula } from '../_lab/formula'
import { shown } from '../_lab/shown'

/** A matrix or vector as a learner copies it to paper: its name, and its numbers between brackets, in plain HTML. */
export function NumberBlock({
  tex,
  rows,
  formulas,
}: {
  tex: string
  rows: number[][]
  formulas: Record<string, string>
}) {
  return (
    <div className="flex items-center gap-2">
      <Formula tex={tex} formulas={formulas} className="text-lg" />
      <span>=</span>
      <table className="number-block">
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((value, c) => (
                <td key={c} className="px-1.5 text-end font-serif text-lg">
                  {shown(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
