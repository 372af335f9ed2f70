import { describe, expect, it } from 'vitest'
import { foldLogs, listDayAnswers } from '../memory/fold-logs'
import type { Grade, StudyEvent } from '../memory/study-event'
import { DEFAULT_SETTINGS } from '../schedule/default-settings'
import { summarizeDay } from './day-summary'

const TODAY = 20_780
const DAY = 86_400_000
let clock = TODAY * DAY

const answersTo = (cardId: string, ...list: [day: number, grade: Grade, millis: number][]): StudyEvent[] =>
  list.map(([studyDay, grade, millis], i) => ({
    id: `${cardId}${i}`,
    cardId,
    kind: 'ANSWER',
    after: i === 0 ? null : `${cardId}${i - 1}`,
    answeredAt: (clock += 1_000),
    studyDay,
    schedulerRevisionId: 'r',
    grade,
    millis,
  }))

describe('what a day came to', () => {
  const logs = {
    learned: answersTo('learned', [TODAY, 3, 4_000], [TODAY, 3, 3_000]),
    started: answersTo('started', [TODAY, 1, 9_000], [TODAY, 1, 5_000]),
    recalled: answersTo('recalled', [TODAY - 9, 4, 1], [TODAY, 3, 600_000]),
    missed: answersTo('missed', [TODAY - 9, 4, 1], [TODAY, 1, 2_000], [TODAY, 3, 2_000]),
    other: answersTo('other', [TODAY - 1, 3, 1]),
  }
  const folds = foldLogs(logs, { r: DEFAULT_SETTINGS })
  const summary = summarizeDay(listDayAnswers(folds.values(), TODAY), () => 1)

  it('is told in cards: started, learned, missed, and of the reviews how many were recalled', () => {
    expect(summary).toMatchObject({
      answers: 7,
      byGrade: { 1: 3, 2: 0, 3: 4, 4: 0 },
      started: ['learned', 'started'],
      learned: ['learned'],
      missed: [
        { cardId: 'started', times: 2 },
        { cardId: 'missed', times: 1 },
      ],
      reviewed: 2,
      recalled: 1,
      leeches: ['missed'],
    })
  })

  it('counts no answer as more than a minute', () => {
    expect(summary.millis).toBe(4_000 + 3_000 + 9_000 + 5_000 + 60_000 + 2_000 + 2_000)
  })

  it('leaves out what was undone', () => {
    const undo: StudyEvent = { ...logs.missed[1], id: 'u', kind: 'UNDO', target: 'missed1', grade: undefined }
    const after = foldLogs({ ...logs, missed: [...logs.missed.slice(0, 2), undo] }, { r: DEFAULT_SETTINGS })
    const { missed, leeches } = summarizeDay(listDayAnswers(after.values(), TODAY), () => 1)
    expect(missed.map(({ cardId }) => cardId)).toEqual(['started'])
    expect(leeches).toEqual([])
  })
})
