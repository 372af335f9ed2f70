export type Verdict =
  | 'correct'
  | 'coarse' // right but for rounding, within a computed bound
  | 'slip' // one catalogued or further mistake explains it
  | 'follows' // right for the learner's own earlier values
  | 'ambiguous' // several catalogued mistakes explain it
  | 'unknown'
  | 'empty'
  | 'not-a-number'
