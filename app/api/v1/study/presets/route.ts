import { door } from '@/lib/platform/door/door'
import { addPreset } from '@/lib/study/add-preset'
import { listPresets } from '@/lib/study/list-presets'
import { newPresetSchema } from '@/lib/study/preset-schemas'
import { presetAnswer } from '@/lib/study/study-answers'
import { z } from 'zod'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: "The learner's presets: limits, orders and what decides intervals.",
  answer: z.array(presetAnswer),
  handler: ({ store, actor }) => listPresets(store, actor),
})

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'A new preset that begins like another one.',
  body: newPresetSchema,
  answer: presetAnswer,
  status: 201,
  handler: ({ store, actor, body, now }) => addPreset(store, actor, body, now),
})
