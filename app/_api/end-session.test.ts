import { afterEach, expect, it, vi } from 'vitest'
import { endSession } from './end-session'

afterEach(() => vi.unstubAllGlobals())

async function endWith(fetch: (url: string) => Response): Promise<{ ended: string; cookie: string }> {
  const page = { cookie: '' }
  vi.stubGlobal('document', page)
  vi.stubGlobal('fetch', async (url: string) => fetch(url))
  return { ended: await endSession(), cookie: page.cookie }
}

it('leaves no mark where the server ended it or refused to', async () => {
  const csrf = () => Response.json({ csrfToken: 'x' })
  expect(await endWith(csrf)).toEqual({ ended: 'ended', cookie: '' })
  const refusing = (url: string) => (url.endsWith('csrf') ? csrf() : new Response(null, { status: 403 }))
  expect(await endWith(refusing)).toEqual({ ended: 'refused', cookie: '' })
})

it.each([
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a proxy without a server', () => new Response('<h1>502</h1>', { status: 502 })],
])('with %s it leaves the mark with which the next request ends the session', async (_, answer) => {
  const { ended, cookie } = await endWith(answer as () => Response)
  expect(ended).toBe('unreachable')
  expect(cookie).toMatch(/^unroll\.left=1; path=\/; max-age=\d+; samesite=lax$/)
})
