import { classParams } from '@/lib/classroom/class-schemas'
import { leaveClass } from '@/lib/classroom/leave-class'
import { door } from '@/lib/platform/door/door'

export const DELETE = door({
  rule: 'signed-in',
  summary: 'Leaves a class: its instructors see nothing of what you study any more, of before neither.',
  params: classParams,
  handler: ({ store, actor, params, now }) => leaveClass(store, actor, params, now),
})
