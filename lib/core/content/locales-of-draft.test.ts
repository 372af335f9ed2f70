import { describe, expect, it } from 'vitest'
import { GATE_TEMPLATE } from '../authored-exercises/exercise-templates'
import { localesOfDraft } from './locales-of-draft'

const field = { front: 'q', back: 'a' }

describe('the languages that a note can be studied in', () => {
  it('are those of its fields', () => {
    expect(localesOfDraft({ kind: 'BASIC', fields: { zh: field } })).toEqual(['zh'])
    expect(localesOfDraft({ kind: 'CLOZE', fields: {} })).toEqual([])
  })

  it('are all for an exercise of the house, and those of its texts for an author’s own', () => {
    expect(
      localesOfDraft({ kind: 'EXERCISE', fields: {}, exercise: { id: 'lstm-f', parameters: {} } }),
    ).toEqual(['zh', 'en'])
    const own = { ...GATE_TEMPLATE, title: { zh: '遗忘门' }, question: { zh: '求 $f_t$。', en: ' ' } }
    expect(localesOfDraft({ kind: 'EXERCISE', fields: {}, exercise: own })).toEqual(['zh'])
  })
})
