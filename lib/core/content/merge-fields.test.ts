import { describe, expect, it } from 'vitest'
import type { NoteSource } from './content'
import { mergeFields } from './merge-fields'

const text = (front: string, back = 'b', answers?: string[]): NoteSource => ({
  front,
  back,
  ...(answers && { answers }),
})

describe('merging what others changed', () => {
  it('takes each part from the side that changed it', () => {
    expect(mergeFields(text('q', 'r'), text('q', 'r mine'), text('q theirs', 'r'))).toEqual({
      merged: text('q theirs', 'r mine'),
      conflicts: [],
    })
    expect(mergeFields(text('q', 'r', ['x']), text('q', 'r', ['x']), text('q', 'r', ['x', 'y']))).toEqual({
      merged: text('q', 'r', ['x', 'y']),
      conflicts: [],
    })
  })

  it('is no conflict when both sides say the same, and does nothing when they changed nothing', () => {
    expect(mergeFields(text('q'), text('new'), text('new'))).toEqual({ merged: text('new'), conflicts: [] })
    expect(mergeFields(text('q'), text('mine'), text('q'))).toEqual({ merged: text('mine'), conflicts: [] })
  })

  it('tells what both sides changed differently', () => {
    expect(mergeFields(text('q'), text('mine'), text('theirs'))).toEqual({
      merged: text('theirs'),
      conflicts: ['front'],
    })
    expect(mergeFields(null, text('mine'), text('theirs')).conflicts).toEqual(['front'])
  })
})
