import { describe, expect, it } from 'vitest'
import { findDuplicates, spellingOf } from './find-duplicates'

const notes = (...fronts: string[]) => fronts.map((front, i) => ({ id: String(i), front }))

describe('findDuplicates', () => {
  it('knows the same question whatever its case, width, spacing and punctuation', () => {
    const found = findDuplicates(
      notes(
        'What does the forget gate do?',
        'what does  the “forget gate” do',
        'Ｗhat does the forget gate do？',
        'Other',
      ),
    )
    expect(found).toEqual([{ likeness: 'same', ids: ['0', '1', '2'] }])
    expect(spellingOf('遗忘门的作用是什么？')).toBe(spellingOf('遗忘门的作用是什么 ?'))
    expect(spellingOf('{{c1::The gate::hint}} opens')).toBe(spellingOf('The gate opens'))
  })

  it('knows nearly the same question, in 中文 too, and keeps apart what only looks alike', () => {
    expect(
      findDuplicates(
        notes(
          'What does the forget gate of an LSTM decide?',
          'What does the forget gate of the LSTM decide?',
          'What does the output gate of an LSTM decide?',
          '在长短期记忆网络里，遗忘门的作用是什么？',
          '在长短期记忆网络中，遗忘门的作用是什么？',
          '输出门的作用是什么？',
        ),
      ),
    ).toEqual([
      { likeness: 'near', ids: ['0', '1'] },
      { likeness: 'near', ids: ['3', '4'] },
    ])
    expect(findDuplicates(notes('$x + 1$', '$x - 1$', '', ' ', '$$'))).toEqual([])
  })

  it('looks through five thousand notes in a moment', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({
      id: String(i),
      front: `Given the hidden state ${i * 7919} and the input ${i * 104_729}, what is the gate number ${i}?`,
    }))
    many.push({ id: 'again', front: many[17].front.toUpperCase() })
    const began = performance.now()
    expect(
      findDuplicates(many).flatMap(({ ids }) => (ids.includes('again') ? [ids.includes('17')] : [])),
    ).toEqual([true])
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
