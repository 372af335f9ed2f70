import type { Losses } from './losses'

const MAX_TAGS = 50
const MAX_LENGTH = 60

/** Tags as a deck may have them: without commas and blanks at their ends, at most fifty, each once. */
export function cleanTags(tags: readonly string[], losses: Losses): string[] {
  const kept: string[] = []
  for (const given of tags) {
    const tag = given
      .replace(/[\u0000-\u001F\u007F\uE000-\uF8FF]/g, '')
      .toWellFormed()
      .replace(/[\s,]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, MAX_LENGTH)
    if (tag === '') continue
    if (tag !== given) losses.add('tag-changed', given)
    if (kept.includes(tag)) continue
    if (kept.length === MAX_TAGS) losses.add('tag-changed', given)
    else kept.push(tag)
  }
  return kept
}
