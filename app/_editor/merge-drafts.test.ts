import { expect, it } from 'vitest'
import type { NoteDraft } from '@/lib/core/content/content'
import { listDifferences, mergeDrafts } from './merge-drafts'

const mine: NoteDraft = {
  kind: 'TYPED',
  tags: ['a'],
  fields: { en: { front: 'mine', back: 'same', answers: ['x'] } },
}
const theirs: NoteDraft = {
  kind: 'TYPED',
  tags: ['a', 'b'],
  source: 'a book',
  fields: { en: { front: 'theirs', back: 'same', answers: ['x', 'y'] }, zh: { front: '他们', back: '' } },
}

it('names each part that differs, and no other', () => {
  expect(
    listDifferences(mine, theirs).map(({ name, mine: own, theirs: other }) => [name, own, other]),
  ).toEqual([
    ['tags', 'a', 'a\nb'],
    ['source', '', 'a book'],
    ['zh.front', '', '他们'],
    ['en.front', 'mine', 'theirs'],
    ['en.answers', 'x', 'x\ny'],
  ])
})

it('takes each part from whom it was chosen', () => {
  expect(mergeDrafts(mine, theirs, new Set())).toEqual(mine)
  const all = new Set(listDifferences(mine, theirs).map(({ name }) => name))
  expect(mergeDrafts(mine, theirs, all)).toEqual(theirs)
  expect(mergeDrafts(mine, theirs, new Set(['en.front', 'tags']))).toEqual({
    ...mine,
    tags: ['a', 'b'],
    fields: { en: { front: 'theirs', back: 'same', answers: ['x'] } },
  })
})
