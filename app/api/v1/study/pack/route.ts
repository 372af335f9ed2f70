import { z } from 'zod'
import { door } from '@/lib/platform/door/door'
import { makeStudyPack } from '@/lib/study/make-study-pack'
import { packAnswer } from '@/lib/study/study-answers'

const count = (max: number) => z.coerce.number().int().min(0).max(max).optional()

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary:
    "What today's and the next two days' review needs, or more: newCards beyond the limits, aheadDays, a whole deck, setAside (suspended, buried, flagged, leeches).",
  query: z.strictObject({
    newCards: count(1_000),
    aheadDays: count(365),
    deck: z.string().max(100).optional(),
    setAside: z.literal('1').optional(),
  }),
  answer: packAnswer,
  limit: { name: 'study-pack', points: 600, seconds: 600 },
  handler: ({ store, actor, learner, query, now }) =>
    makeStudyPack(
      store,
      actor,
      {
        learner,
        moreNew: query.newCards,
        aheadDays: query.aheadDays,
        wholeDeckId: query.deck,
        setAside: query.setAside !== undefined,
      },
      now,
    ),
})
