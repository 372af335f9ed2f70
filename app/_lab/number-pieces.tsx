import { Fragment } from 'react'
import type { Piece } from '@/lib/core/lab/with-numbers'
import { shown } from '@/lib/core/lab/shown'

/** A formula with its numbers, as plain text that wraps between terms and follows every key. */
export function NumberPieces({ pieces, hasProducts }: { pieces: Piece[]; hasProducts: boolean }) {
  return pieces.map((piece, index) => <Fragment key={index}>{set(piece, hasProducts)}</Fragment>)
}

function set(piece: Piece, hasProducts: boolean) {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'number') return shown(piece.value)
  if (!hasProducts) return shown(piece.value)
  return piece.terms.map((term, index) => (
    <Fragment key={index}>
      {index > 0 ? ' + ' : ''}
      <span className="whitespace-nowrap">
        <NumberPieces pieces={term} hasProducts />
      </span>
    </Fragment>
  ))
}
