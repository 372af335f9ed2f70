import type { PublishCounts } from '@/lib/store/deck-publications'
import type { publishingText } from '../_text/publishing'

type Counts = Pick<PublishCounts, 'added' | 'changed' | 'removed' | 'moved'> &
  Partial<Pick<PublishCounts, 'askedAgain'>>

/** "3 changed", "1 new": what there is of each. */
export function sayCounts(text: (typeof publishingText)['en'], counts: Counts): string[] {
  const { added, changed, removed, moved, askedAgain = 0 } = counts
  return [
    added > 0 ? text.counts.added(added) : '',
    changed > 0 ? text.counts.changed(changed) : '',
    removed > 0 ? text.counts.removed(removed) : '',
    moved > 0 ? text.counts.moved(moved) : '',
    askedAgain > 0 ? text.counts.askedAgain(askedAgain) : '',
  ].filter(Boolean)
}

/** Of a version without a line of its own. */
export function sayVersion(text: (typeof publishingText)['en'], counts: PublishCounts): string {
  return counts.restored === undefined
    ? sayCounts(text, counts).join(' · ')
    : text.history.restored(counts.restored)
}
