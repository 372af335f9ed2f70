import { expect, it } from 'vitest'
import { listTags } from './list-tags'

it('is a tree in which each tag counts what stands under it once a note', () => {
  const note = (...tags: string[]) => ({ tags, state: 'published' as const })
  const heads = [
    note('lstm::gates::forget', 'lstm::gates'),
    note('lstm'),
    note('gru'),
    { tags: ['gone'], state: 'deleted' as const },
  ]
  expect(listTags(heads)).toEqual([
    { tag: 'gru', name: 'gru', depth: 0, count: 1 },
    { tag: 'lstm', name: 'lstm', depth: 0, count: 2 },
    { tag: 'lstm::gates', name: 'gates', depth: 1, count: 1 },
    { tag: 'lstm::gates::forget', name: 'forget', depth: 2, count: 1 },
  ])
})
