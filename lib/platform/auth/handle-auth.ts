import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { fail } from '@/lib/core/result'
import { answerFailure } from '@/lib/platform/door/answer'
import { findVisitor } from '@/lib/platform/door/find-visitor'
import { isOwnOrigin } from '@/lib/platform/door/is-own-origin'
import { forgetLeft, isLeft } from '@/lib/platform/door/left-session'
import { readerLocale } from '@/lib/platform/door/reader-locale'
import { currentTime } from '@/lib/platform/clock'
import { getEnvironment } from '@/lib/platform/env'
import { getStore } from '@/lib/store/get-store'
import { authOptions } from './auth-options'
import { settleAuthAddress } from './settle-auth-address'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * next-auth behind what it does not ask itself: the origin of a write (its own token protects only those who have
 * no page of ours open), and that a password is posted and never fetched.
 */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  const locale = readerLocale(request.headers, null)
  settleAuthAddress()
  if (request.method === 'POST' && !isOwnOrigin(request.headers, getEnvironment().PUBLIC_URL)) {
    return answerFailure(fail('foreign-origin'), locale)
  }
  if (request.method === 'GET' && nextauth[0] === 'callback' && nextauth[1] !== 'oidc') {
    return answerFailure(fail('not-found'), locale)
  }
  // Ended before next-auth hears of it: a sign-in must not take the place of a session that was left.
  if (isLeft(request.headers)) await findVisitor(await getStore(), request.headers, currentTime())
  const cookies: string[] = []
  const options = authOptions(request, (header) => cookies.push(header))
  const answer: Response = await NextAuth(request, context, options)
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
  forgetLeft(request.headers, answer)
  if (nextauth[0] === 'signout' && request.method === 'POST') answer.headers.set('clear-site-data', '"cache"')
  answer.headers.set('cache-control', 'no-store')
  return answer
}
