import { getEnvironment } from '@/lib/platform/env'

/**
 * Cookie names and options follow the request, not a setting: `__Host-` and Secure where the browser speaks https,
 * plain names on http://localhost and on a LAN.
 */
export type CookieKind = 'session' | 'csrf' | 'callback' | 'state' | 'pkce' | 'nonce' | 'link' | 'device'

export function cookieName(kind: CookieKind, isHttps: boolean): string {
  return isHttps ? `__Host-unroll.${kind}` : `unroll.${kind}`
}

export type CookieOptions = {
  httpOnly: boolean
  sameSite: 'lax'
  path: '/'
  secure: boolean
  maxAge?: number
}

export function cookieOptions(isHttps: boolean, maxAgeSeconds?: number): CookieOptions {
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps }
  return maxAgeSeconds === undefined ? options : { ...options, maxAge: maxAgeSeconds }
}

/** A Set-Cookie header. */
export function setCookieHeader(name: string, value: string, options: CookieOptions): string {
  const parts = [`${name}=${value}`, 'Path=/', 'SameSite=Lax']
  if (options.httpOnly) parts.push('HttpOnly')
  if (options.secure) parts.push('Secure')
  if (options.maxAge !== undefined) parts.push(`Max-Age=${options.maxAge}`)
  return parts.join('; ')
}

/** One cookie of a Cookie header, without parsing the rest. */
export function readCookie(header: string | null, name: string): string | null {
  if (!header) return null
  let from = 0
  for (;;) {
    const at = header.indexOf(`${name}=`, from)
    if (at === -1) return null
    if (at === 0 || header[at - 1] === ' ' || header[at - 1] === ';') {
      const start = at + name.length + 1
      const end = header.indexOf(';', start)
      return header.slice(start, end === -1 ? undefined : end).trim()
    }
    from = at + 1
  }
}

/**
 * Whether the browser speaks https to us: by the proxy's header (Next fills it in when it is absent, and the server
 * drops what a client sent of it unless a proxy is trusted), or because it asks for the public address, which is https.
 */
export function isHttpsRequest(headers: Headers): boolean {
  if (headers.get('x-forwarded-proto')?.split(',')[0].trim() === 'https') return true
  const { PUBLIC_URL } = getEnvironment()
  return PUBLIC_URL?.startsWith('https:') === true && new URL(PUBLIC_URL).host === headers.get('host')
}
