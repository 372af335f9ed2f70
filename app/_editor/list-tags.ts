import type { DraftHead } from '@/lib/authoring/drafts/list-draft'

export type ListedTag = { tag: string; name: string; depth: number; count: number }

/** The tags in use as a tree, by their "::", each with how many notes it and what stands under it have. */
export function listTags(heads: readonly Pick<DraftHead, 'tags' | 'state'>[]): ListedTag[] {
  const notesOf = new Map<string, number>()
  for (const { tags, state } of heads) {
    if (state === 'deleted') continue
    const above = new Set(tags.flatMap(withAncestors))
    for (const tag of above) notesOf.set(tag, (notesOf.get(tag) ?? 0) + 1)
  }
  return [...notesOf]
    .map(([tag, count]) => {
      const parts = tag.split('::')
      return { tag, name: parts[parts.length - 1] ?? tag, depth: parts.length - 1, count, parts }
    })
    .sort((a, b) => byParts(a.parts, b.parts))
    .map(({ tag, name, depth, count }) => ({ tag, name, depth, count }))
}

function withAncestors(tag: string): string[] {
  const parts = tag.split('::')
  return parts.map((_, at) => parts.slice(0, at + 1).join('::'))
}

function byParts(a: string[], b: string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = (a[at] ?? '').localeCompare(b[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}
