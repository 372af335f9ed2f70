import { z } from 'zod'
import { door } from '@/lib/platform/door/door'
import { changePreset } from '@/lib/study/change-preset'
import { presetChangeSchema } from '@/lib/study/preset-schemas'
import { presetAnswer } from '@/lib/study/study-answers'

export const PATCH = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Changes a preset; what decides intervals acts on the answers to come.',
  params: z.object({ id: z.string().max(100) }),
  body: presetChangeSchema,
  answer: presetAnswer,
  handler: ({ store, actor, params, body, now }) =>
    changePreset(store, actor, { presetId: params.id, change: body }, now),
})
