/** What a quiz of two easy gates of the LSTM asks for. */
export const EASY_GATES = {
  title: 'Gates',
  cells: ['lstm' as const],
  skills: ['gates' as const],
  count: 2,
  difficulty: 'easy' as const,
  minutes: null,
  isWorstFirst: false,
}
