import { changeAssignment, removeAssignment } from '@/lib/classroom/change-assignment'
import { assignmentChangeBody, assignmentParams } from '@/lib/classroom/class-schemas'
import { door } from '@/lib/platform/door/door'

export const PATCH = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Other dates or terms of what a class of yours is asked.',
  params: assignmentParams,
  body: assignmentChangeBody,
  handler: ({ store, actor, params: { id, assignment }, body, now }) => {
    const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    return changeAssignment(store, actor, { id, assignmentId: assignment, change }, now)
  },
})

export const DELETE = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Takes back what a class of yours was asked.',
  params: assignmentParams,
  handler: ({ store, actor, params: { id, assignment }, now }) =>
    removeAssignment(store, actor, { id, assignmentId: assignment }, now),
})
