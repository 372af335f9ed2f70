import { Fragment } from 'react'

/** A letter with an index, as sentences about a cell write it: C_t, C_{t-1}. */
const SYMBOL = /(\p{L}\u0303?)_(?:\{([^{}]+)\}|([\da-z]))/gu

/** A plain sentence in which C_t is read as the formulas beside it are: a letter with its index below. */
export function Words({ text }: { text: string }) {
  const parts = []
  let from = 0
  for (const match of text.matchAll(SYMBOL)) {
    const [whole, letter, group, single] = match
    parts.push(
      <Fragment key={match.index}>
        {text.slice(from, match.index)}
        <span className="whitespace-nowrap">
          <i className="font-serif">{letter}</i>
          <sub>{(group ?? single).replace('-', '−')}</sub>
        </span>
      </Fragment>,
    )
    from = match.index + whole.length
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
