import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as sendRequest } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { findPageRule, listBuilt, listSources } from '@/lib/platform/door/testing/list-routes'
import { MAX_UPLOAD_BYTES } from '@/lib/platform/uploads/upload-folder'
import { expect, signIn, test } from './fixtures'
import { launchServer } from './launch-server'
import { GUEST_PAGES, PUBLIC_PAGES } from './pages/pages'

const PASSWORD = 'lantern-river-42'

/** As a page's own request says, and the door asks. */
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

async function signUp(request: APIRequestContext): Promise<string> {
  const email = `${randomBytes(6).toString('hex')}@example.org`
  const made = await request.post('/api/v1/account', {
    data: { name: 'Ada', email, password: PASSWORD },
    headers: OWN_PAGE,
  })
  expect(made.status(), await made.text()).toBe(201)
  return email
}

type Violation = { directive: string; blocked: string }

/** What the browser refused because of the page's policy. */
async function listViolations(page: Page, address: string): Promise<Violation[]> {
  await page.goto(address, { waitUntil: 'networkidle' })
  return page.evaluate(() => (window as unknown as { violations: Violation[] }).violations) // set by the script below
}

async function recordViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const violations: Violation[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      violations.push({ directive: effectiveDirective, blocked: blockedURI }),
    )
  })
}

/** Every page that the build serves and pages/accessible.spec.ts opens for nobody and no guest, by an address of it. */
async function pageAddresses(request: APIRequestContext): Promise<string[]> {
  const decks: unknown = await (await request.get('/api/v1/decks')).json()
  const slug = /"slug":"([^"]+)"/.exec(JSON.stringify(decks))?.[1] ?? 'none'
  const opened = [...PUBLIC_PAGES, ...GUEST_PAGES].map((address) => address.replace(/\?.*/, ''))
  return listBuilt('page')
    .filter((built) => {
      const ofIt = new RegExp(`^${built.replace(/\[\w+\]/g, '[^/]+')}$`)
      return !opened.some((address) => ofIt.test(address))
    })
    .map((address) => address.replace('[slug]', slug).replace('[token]', 'x'.repeat(43)))
}

test('no page breaks its own policy, whoever opens it: visitor, guest, administrator', async ({
  page,
  complaints,
}) => {
  test.setTimeout(300_000)
  complaints.expect(/ (401|404) \(/) // what is not for this visitor
  await recordViolations(page)
  const addresses = await pageAddresses(page.request)
  expect(addresses.length).toBeGreaterThan(10)
  const visit = async (who: string, visited: string[]) => {
    for (const address of visited) {
      expect(await listViolations(page, address), `${who} at ${address}`).toEqual([])
    }
  }
  await visit('visitor', ['/today'])
  await signIn(page.request, 'guest', { locale: 'zh', timeZone: 'Asia/Shanghai' })
  await visit('guest', ['/', '/review'])
  await signUp(page.request)
  const claim = (process.env.UNROLL_TEST_CLAIM ?? '').replace('/claim/', '')
  const claimed = await page.request.post('/api/v1/administrator', {
    data: { token: claim },
    headers: OWN_PAGE,
  })
  expect(claimed.status()).toBe(204)
  await visit('administrator', ['/', '/today', ...addresses])
})

test('every document has its own nonce, which its scripts carry, and headers that keep others out', async ({
  request,
}) => {
  const nonces = new Set<string>()
  const missing = ['/nowhere', '/iconxyz', '/images/x', '/icons/x', '/manifestx', '/sw.jsx', '/_next/foo']
  const asked = ['/', '/sign-in', '/review', ...missing].map((address) => ({ address, sent: {} }))
  asked.push({ address: '/sign-in', sent: { 'next-router-prefetch': '1' } }) // as only a page's own request says
  for (const { address, sent } of asked) {
    const answer = await request.get(address, { headers: sent })
    const headers = answer.headers()
    const policy = headers['content-security-policy']
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    nonces.add(nonce)
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    const html = await answer.text()
    const scripts = html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
  }
  expect(nonces.size).toBe(asked.length)
})

test('what the build serves is what was checked: every route declared, every page with a rule', async ({
  request,
}) => {
  const described = (await (await request.get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, object>
  }
  const declared = Object.keys(described.paths).map(
    (route) => `/api/v1${route.replace(/\{(\w+)\}/g, '[$1]')}`,
  )
  const withoutDoor =
    /^\/api\/((auth|health)\/|\[\[\.\.\.nothing\]\]$)|^\/[\w-]+\.(svg|png|ico|webmanifest|txt|xml)$/
  expect(listBuilt('route').filter((route) => !withoutDoor.test(route))).toEqual(declared.sort())
  const pages = new Map(listSources('page.tsx').map((page) => [page.path, findPageRule(page)]))
  expect(listBuilt('page').filter((page) => !pages.get(page))).toEqual([])
})

test('what the API does not have is refused in JSON, whatever is asked of it', async ({ request }) => {
  for (const address of ['/api', '/api/nothing', '/api/v1/nothing', '/api/v1/decks/a/b/c', '/api/health'])
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await request.fetch(address, { method })
      expect(answer.status(), `${method} ${address}`).toBe(404)
      expect(await answer.json()).toMatchObject({ error: { code: 'not-found' } })
      expect(answer.headers()['content-security-policy']).toContain('sandbox')
    }
})

test('an address that cannot be read is refused, and is no surprise', async ({ baseURL }) => {
  // As it stands: a browser would mend it first.
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(baseURL ?? '')
      const sent = sendRequest({ hostname, port, path }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      sent.on('error', reject)
      sent.end()
    })
  for (const path of ['/decks/%ff', '/api/v1/decks/%E0%A4%A', '/decks/a%00b', '/today?deck=%00'])
    expect(await statusOf(path), path).toBe(400)
  expect(await statusOf('/decks/%E6%89%8B')).toBe(404)
})

test('an upload of 30 MB arrives whole, and one that says it is too large is refused', async ({
  request,
  baseURL,
}) => {
  await signUp(request)
  const bytes = randomBytes(30 * 1024 * 1024)
  const stored = await request.post('/api/v1/uploads', {
    data: bytes,
    headers: { ...OWN_PAGE, 'content-type': 'application/octet-stream' },
    timeout: 60_000,
  })
  expect(stored.status()).toBe(201)
  expect(await stored.json()).toEqual({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  })
  const { cookies } = await request.storageState()
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = sendRequest(`${baseURL}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        origin: baseURL,
        'content-length': MAX_UPLOAD_BYTES + 1,
      },
    })
    sent.on('response', (answer) => {
      resolve(answer.statusCode)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.write('x')
  })
  expect(status).toBe(413)
})

test('what a client forges of a proxy’s headers changes nothing where no proxy is trusted', async ({
  playwright,
}) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'unroll-forged-'))
  const server = await launchServer({ DATA_DIR: folder, TRUST_PROXY: 'no' })
  try {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '198.51.100.1',
      origin: server.url,
    }
    const request = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: headers })
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
    const guest = await request.post('/api/auth/callback/guest', { data: { csrfToken, json: 'true' } })
    expect(JSON.stringify(await guest.json())).not.toContain('evil.example')
    const { cookies } = await request.storageState()
    expect(cookies.map(({ name }) => name).filter((name) => name.startsWith('__Host-'))).toEqual([])
    const foreign = await request.patch('/api/v1/account', {
      data: { name: 'Eve' },
      headers: { ...headers, origin: 'http://evil.example' },
    })
    expect(foreign.status()).toBe(403)
    // Nor do invented addresses give more tries.
    const stranger = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: headers })
    const token = (await (await stranger.get('/api/auth/csrf')).json()) as { csrfToken: string }
    const tries: string[] = []
    for (let i = 0; i < 11; i++) {
      const answer = await stranger.post('/api/auth/callback/password', {
        data: {
          csrfToken: token.csrfToken,
          json: 'true',
          email: 'ada@example.org',
          password: 'not-this-one',
        },
        headers: { ...headers, 'x-forwarded-for': `198.51.100.${i}` },
      })
      tries.push(await answer.text())
    }
    expect(tries[9]).toContain('CredentialsSignin')
    expect(tries[10]).toContain('too-many')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
