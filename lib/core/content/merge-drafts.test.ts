import { describe, expect, it } from 'vitest'
import type { NoteDraft } from './content'
import { mergeNotes } from './merge-drafts'

const note = (en: string, change: Partial<NoteDraft> = {}): NoteDraft => ({
  kind: 'BASIC',
  tags: ['x'],
  fields: { en: { front: en, back: 'b' }, zh: { front: '问', back: '答' } },
  ...change,
})

describe('merging an original’s note into a copy', () => {
  it('takes what only the original changed, and keeps what only the copy changed', () => {
    const ours = note('q', { tags: ['x', 'mine'] })
    expect(mergeNotes(note('q'), ours, note('better'))).toEqual({
      merged: note('better', { tags: ['x', 'mine'] }),
      isConflict: false,
    })
    const translated = note('q', { fields: { en: { front: 'q', back: 'b' } } })
    expect(mergeNotes(note('q'), translated, note('better')).merged.fields.zh).toBeUndefined()
  })

  it('tells what both changed differently', () => {
    expect(mergeNotes(note('q'), note('mine'), note('theirs'))).toEqual({
      merged: note('theirs'),
      isConflict: true,
    })
    expect(mergeNotes(note('q'), note('same'), note('same')).isConflict).toBe(false)
    expect(
      mergeNotes(note('q'), note('q', { kind: 'TYPED' }), note('q', { kind: 'REVERSED' })),
    ).toMatchObject({
      merged: { kind: 'REVERSED' },
      isConflict: true,
    })
    expect(mergeNotes(null, note('mine'), note('theirs')).isConflict).toBe(true)
  })

  it('takes a language that the original gained', () => {
    const before = note('q', { fields: { en: { front: 'q', back: 'b' } } })
    expect(mergeNotes(before, before, note('q')).merged).toEqual(note('q'))
  })
})
