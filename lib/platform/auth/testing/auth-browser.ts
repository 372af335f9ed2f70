import type { IncomingHttpHeaders } from 'node:http'
import NextAuth from 'next-auth'
import type { NextApiRequest, NextApiResponse } from 'next'
import { authOptions } from '../auth-options'
import { settleAuthAddress } from '../settle-auth-address'

export type AuthAnswer = { status: number; url: string; body: unknown }

/**
 * A browser at /api/auth: keeps cookies, follows nothing. next-auth is called in the form that Next's pages router
 * uses, for the other form asks Next for the request's cookies and there is no Next in a test.
 */
export class AuthBrowser {
  readonly jar = new Map<string, string>()

  constructor(
    readonly origin = 'http://localhost:3000',
    readonly own: Record<string, string> = {},
  ) {}

  get cookie(): string {
    return Array.from(this.jar, ([name, value]) => `${name}=${value}`).join('; ')
  }

  keep(setCookie: string): void {
    const [pair, ...attributes] = setCookie.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    const isGone = value === '' || attributes.some((part) => /^\s*max-age=0$/i.test(part))
    if (isGone) this.jar.delete(name)
    else this.jar.set(name, decodeURIComponent(value))
  }

  async send(method: 'GET' | 'POST', path: string, body: Record<string, string> = {}): Promise<AuthAnswer> {
    const { host, protocol, search, pathname, searchParams } = new URL(path, this.origin)
    const headers = new Headers({
      host,
      cookie: this.cookie,
      origin: this.origin,
      'x-forwarded-proto': protocol.replace(':', ''),
      'x-forwarded-host': host,
      'x-forwarded-for': '127.0.0.1',
      ...this.own,
    })
    settleAuthAddress()
    const request = new Request(`${this.origin}${pathname}${search}`, { method, headers })
    const action = pathname.replace('/api/auth/', '').split('/')
    const answer: AuthAnswer = { status: 200, url: '', body: undefined }
    const asked = {
      method,
      headers: Object.fromEntries(headers) as IncomingHttpHeaders,
      cookies: Object.fromEntries(this.jar),
      query: { ...Object.fromEntries(searchParams), nextauth: action },
      body: method === 'POST' ? { json: 'true', ...body } : undefined,
    }
    const response = responseTo(answer, (cookie) => this.keep(cookie))
    // Only what next-auth itself touches of the two is there.
    await NextAuth(
      asked as unknown as NextApiRequest,
      response as unknown as NextApiResponse,
      authOptions(request, (cookie) => this.keep(cookie)),
    )
    return answer
  }

  async csrf(): Promise<string> {
    const { body } = await this.send('GET', '/api/auth/csrf')
    return (body as { csrfToken: string }).csrfToken
  }

  async signIn(provider: string, credentials: Record<string, string> = {}): Promise<AuthAnswer> {
    return this.send('POST', `/api/auth/callback/${provider}`, {
      csrfToken: await this.csrf(),
      ...credentials,
    })
  }
}

function responseTo(answer: AuthAnswer, keep: (cookie: string) => void) {
  const headers = new Map<string, unknown>()
  const keepAll = (value: unknown) => {
    for (const cookie of Array.isArray(value) ? value : [value]) keep(String(cookie))
  }
  const response = {
    status: (status: number) => ((answer.status = status), response),
    getHeader: () => undefined, // next-auth would add to it; each is kept as it comes
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value)
      if (name.toLowerCase() === 'set-cookie') keepAll(value)
      if (name.toLowerCase() === 'location') answer.url = String(value)
      return response
    },
    json(body: unknown) {
      answer.body = body
      if (typeof body === 'object' && body !== null && 'url' in body) answer.url = String(body.url)
    },
    send: (body: unknown) => void (answer.body = body),
    end: () => undefined,
  }
  return response
}
