import { z } from 'zod'
import { accountSchema, deleteBody, settingsBody, signUpBody } from '@/lib/account/account-schemas'
import { changeSettings } from '@/lib/account/change-settings'
import { deleteAccount } from '@/lib/account/delete-account'
import { describeAccount } from '@/lib/account/describe-account'
import { signUp } from '@/lib/account/sign-up'
import { answerWithSession } from '@/lib/platform/door/answer-with-session'
import { door } from '@/lib/platform/door/door'
import { removeUploads } from '@/lib/platform/uploads/upload-folder'

export const GET = door({
  rule: 'signed-in',
  summary: 'The account beyond its settings: ways to sign in, an offer to unite a guest, owned decks.',
  answer: accountSchema,
  handler: ({ store, actor, claims, now }) =>
    describeAccount(store, actor, { guestSessionId: claims?.guestSessionId ?? null }, now),
})

export const POST = door({
  rule: 'anyone',
  summary: 'Makes an account and signs in. A guest keeps their id and everything they learned.',
  body: signUpBody,
  answer: z.object({ id: z.string() }),
  status: 201,
  limit: { name: 'sign-up', points: 60, seconds: 3_600 },
  handler: async ({ store, actor, body, locale, request, now }) => {
    const userAgent = request.headers.get('user-agent') ?? ''
    const input = { ...body, locale: body.locale ?? locale, timeZone: body.timeZone, userAgent }
    const result = await signUp(store, actor, input, now)
    if (!result.ok) return result
    const { userId, sessionId } = result.value
    return answerWithSession(request, { sessionId, guestSessionId: null }, { id: userId }, 201)
  },
})

export const PATCH = door({
  rule: 'signed-in',
  summary: 'Changes settings: name, language, theme, time zone, start of the day, swipes.',
  body: settingsBody,
  handler: ({ store, actor, body }) => changeSettings(store, actor, body),
})

export const DELETE = door({
  rule: 'signed-in',
  summary: 'Erases the account and everything in it. Owned decks are handed over or withdrawn.',
  body: deleteBody,
  handler: async ({ store, actor, body, request, now }) => {
    const result = await deleteAccount(store, actor, body, now)
    if (!result.ok) return result
    await removeUploads(actor.userId)
    return answerWithSession(request, null, undefined)
  },
})
