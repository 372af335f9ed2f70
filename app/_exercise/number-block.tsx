import { Formula } from '../_lab/formula'
import type { GivenBlock } from '@/lib/core/exercises/exercise'
import { shown } from '@/lib/core/lab/shown'

/** A matrix or vector as a learner copies it to paper: its name, and its numbers between brackets, in plain HTML. */
export function NumberBlock({
  tex,
  rows,
  isScalar = false,
  formulas,
}: GivenBlock & { formulas: Record<string, string> }) {
  const name = (
    <>
      <Formula tex={tex} formulas={formulas} className="text-lg" />
      <span className="font-serif text-lg">=</span>
    </>
  )
  if (isScalar) {
    return (
      <div className="flex items-center gap-2">
        {name}
        <span className="font-serif text-lg">{shown(rows[0][0])}</span>
      </div>
    )
  }
  return (
    <div className="flex items-center gap-2">
      {name}
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
