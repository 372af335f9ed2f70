import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from '@/lib/platform/csp/content-security-policy'
import { PATH_HEADER } from '@/lib/platform/csp/path-header'
import { getEnvironment } from '@/lib/platform/env'

/**
 * Gives each page its nonce and its policy. It guards nothing: every page and route has a door of its own. Next
 * reads the nonce from the request's header and puts it on the scripts that it writes.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (getEnvironment().PUBLIC_URL?.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=31536000')
  }
  return response
}

export const config = {
  // Whatever may be answered with a document, and what is not there always is one. /api is left out also because a
  // body above 10 MB would be cut on its way through here, the worker because its policy would be that of all it fetches.
  matcher: '/((?!api(?:/|$)|_next/static/|sw\\.js$).*)',
}
