/** Deeper than anything that our pages send or a person writes. */
const DEEPEST = 100

/**
 * What was sent, in text that PostgreSQL stores: without the character NUL, which stands for nothing, and with the
 * sign for an unreadable character in place of half a pair of surrogates. The very same value where there is neither.
 * Undefined for what is nested so deep that somebody wants us to fall over it.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) return undefined
  return Array.isArray(value) ? storableItems(value, depth + 1) : storableFields(value, depth + 1)
}

function storableText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\u0000') ? whole.replaceAll('\u0000', '') : whole
}

function storableItems(items: unknown[], depth: number): unknown[] | undefined {
  let cleaned: unknown[] | null = null
  for (const [index, item] of items.entries()) {
    const clean = storable(item, depth)
    if (clean === undefined && item !== undefined) return undefined
    if (clean === item) continue
    cleaned ??= [...items]
    cleaned[index] = clean
  }
  return cleaned ?? items
}

function storableFields(fields: object, depth: number): object | undefined {
  let isSame = true
  const cleaned: [string, unknown][] = []
  for (const [key, item] of Object.entries(fields)) {
    const clean = storable(item, depth)
    if (clean === undefined && item !== undefined) return undefined
    const name = storableText(key)
    if (clean !== item || name !== key) isSame = false
    cleaned.push([name, clean])
  }
  return isSame ? fields : Object.fromEntries(cleaned)
}
