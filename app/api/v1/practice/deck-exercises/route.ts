import { addExercise } from '@/lib/authoring/add-exercise'
import { addedExerciseAnswer, exerciseWishBody, takenBackBody } from '@/lib/authoring/deck-schemas'
import { takeBackExercise } from '@/lib/authoring/take-back-exercise'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary:
    'An exercise, at one rung and in one form, as a card of a deck of your own, which you study from then on.',
  body: exerciseWishBody,
  answer: addedExerciseAnswer,
  limit: { name: 'deck-exercise', points: 120, seconds: 600 },
  handler: ({ store, actor, body, now }) => addExercise(store, actor, body, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'author',
  summary: 'Takes such a card back, with the deck and the enrolment that were made for it.',
  body: takenBackBody,
  limit: { name: 'deck-exercise', points: 120, seconds: 600 },
  handler: ({ store, actor, body, now }) => takeBackExercise(store, actor, body, now),
})
