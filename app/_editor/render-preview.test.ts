import { expect, it } from 'vitest'
import type { NoteDraft } from '@/lib/core/content/content'
import { renderPreview } from './render-preview'

it('shows a language that hides nothing yet beside one that does, with what is wrong in it', () => {
  const note: NoteDraft = {
    kind: 'CLOZE',
    tags: [],
    fields: {
      zh: { front: '{{c1::遗忘门}}和{{c2::输入门}}', back: '' },
      en: { front: 'The gates $\\nosuch{1}$', back: '' },
    },
  }
  const { ords, sides, problems } = renderPreview(note, 1, new Map(), 'en')
  expect(ords).toEqual([0, 1])
  expect(sides.zh?.front).toContain('cloze-blank')
  expect(sides.en?.front).toContain('The gates')
  expect(problems.map(({ code, locale }) => [code, locale])).toEqual([
    ['cloze-missing', 'en'],
    ['cloze-numbers-differ', undefined],
    ['formula', 'en'],
  ])
  expect(problems[1].message).toContain('(Chinese: 1, 2; English: none)')
})
