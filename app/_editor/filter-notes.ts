import type { DraftHead } from '@/lib/authoring/drafts/list-draft'
import type { NoteKind } from '@/lib/core/content/content'

export const SHOWS = [
  'all',
  'drafted',
  'unfinished',
  'no-en',
  'no-zh',
  'reported',
  'flagged',
  'deleted',
] as const
export type Show = (typeof SHOWS)[number]

export type NoteFilter = {
  words: string
  kind: NoteKind | null
  /** A tag with all that stands under it. */
  tag: string | null
  show: Show
}

export const NO_FILTER: NoteFilter = { words: '', kind: null, tag: null, show: 'all' }

/**
 * The notes that are shown, in the deck's order.
 * @param found the ids of those whose text has the words, once the server has answered
 */
export function filterNotes(
  heads: readonly DraftHead[],
  { words, kind, tag, show }: NoteFilter,
  found: ReadonlySet<string> | null,
): DraftHead[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return heads.filter((head) => {
    if ((show === 'deleted') !== (head.state === 'deleted')) return false
    if (kind !== null && head.kind !== kind) return false
    if (tag !== null && !head.tags.some((of) => of === tag || of.startsWith(`${tag}::`))) return false
    if (!isShown(head, show)) return false
    if (wanted.length === 0 || found?.has(head.id)) return true
    if (found !== null) return false
    const text = fold(`${head.excerpt.zh ?? ''} ${head.excerpt.en ?? ''} ${head.tags.join(' ')} ${head.key}`)
    return wanted.every((word) => text.includes(word))
  })
}

function isShown(head: DraftHead, show: Show): boolean {
  switch (show) {
    case 'all':
    case 'deleted':
      return true
    case 'drafted':
      return head.state !== 'published' || head.isMoved
    case 'unfinished':
      return head.isUnfinished
    case 'no-en':
      return !head.locales.includes('en')
    case 'no-zh':
      return !head.locales.includes('zh')
    case 'reported':
      return head.reports > 0
    case 'flagged':
      return head.isFlagged
  }
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
