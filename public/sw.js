/*
 * Opens Today and the review without a network. No build id in here: a visit that reaches the server stores the
 * assets that its HTML names, and then the HTML, so that what is stored always fits together; the copy before is
 * kept one visit longer for tabs that still run it. The pages' HTML is the same for everybody and holds no data:
 * cards and answers live in IndexedDB. Requests to /api are never touched.
 */
const SHELLS = ['/today', '/review']
const PAGES = 'unroll-pages-1'
const ASSETS = 'unroll-assets-1'
const MEDIA = 'unroll-media-1'
/** What the pages fetch beyond their HTML (the exercises of a pack), told by the pages. */
const USED = 'unroll-used-1'
const MOST_USED = 80
const PATIENCE_MS = 3000

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(storeShells))
})

self.addEventListener('message', (event) => {
  // A page that was opened before the worker was in charge asks for itself to be kept.
  if (event.data === 'store-shells') event.waitUntil(storeShells())
  if (event.data?.kind === 'used') event.waitUntil(storeUsed(event.data.urls))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (SHELLS.includes(url.pathname)) event.respondWith(openShell(url.pathname, request, event))
    return
  }
  if (isAsset(url)) event.respondWith(storedOrNetwork(ASSETS, request))
  else if (url.pathname.startsWith('/api/v1/media/')) event.respondWith(storedOrNetwork(MEDIA, request))
})

function isAsset(url) {
  return (
    url.pathname.startsWith('/_next/static/') ||
    url.pathname.startsWith('/icons/') ||
    url.pathname === '/manifest.webmanifest'
  )
}

/** The network for three seconds, then the stored page; where there is none yet, the network for as long as it takes. */
async function openShell(path, request, event) {
  const stored = await caches.match(path, { cacheName: PAGES })
  const fresh = fetch(request).then((response) => {
    if (isShell(response)) event.waitUntil(storeShell(path, response.clone()).catch(() => {}))
    return response
  })
  if (!stored) return fresh
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, stored))
  return Promise.race([
    fresh.then((response) => (response.status >= 500 ? stored : response)),
    patience,
  ]).catch(() => stored)
}

function isShell(response) {
  const type = response.headers.get('content-type') || ''
  return response.ok && !response.redirected && type.startsWith('text/html')
}

/** Both pages, whichever of them was visited. */
async function storeShells() {
  for (const path of SHELLS) {
    try {
      const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' })
      if (isShell(response)) await storeShell(path, response)
    } catch {
      // No network: what is stored stays.
    }
  }
}

/** Assets first: a page is stored only when everything that it names is. */
async function storeShell(path, response) {
  const html = await response.clone().text()
  const named = assetsOf(html)
  await storeAll(named)
  const styles = [...named].filter((url) => /\.css(\?|$)/.test(url))
  for (const url of styles) {
    const css = await caches.match(url, { cacheName: ASSETS })
    if (css) await storeAll(assetsOf(await css.text(), url))
  }
  const pages = await caches.open(PAGES)
  const before = await pages.match(path)
  if (before) await pages.put(`${path}?before`, before)
  await pages.put(path, response)
  await dropUnnamed()
}

function assetsOf(text, base = self.location.origin) {
  const found = new Set()
  const add = (raw) => {
    const url = new URL(raw, new URL(base, self.location.origin))
    // KaTeX names each face three times; every browser with a service worker reads the first.
    if (/\.(woff|ttf)$/.test(url.pathname)) return
    if (url.origin === self.location.origin && isAsset(url)) found.add(url.pathname + url.search)
  }
  for (const [raw] of text.matchAll(/\/_next\/static\/[^"'\\\s<>)]+/g)) add(raw)
  for (const [, raw] of text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g))
    if (!raw.startsWith('data:')) add(raw)
  for (const [, raw] of text.matchAll(/"(?:href|src)":"(\/icons\/[^"]+|\/manifest\.webmanifest)"/g)) add(raw)
  for (const [, raw] of text.matchAll(/(?:href|src)="(\/icons\/[^"]+|\/manifest\.webmanifest)"/g)) add(raw)
  return found
}

async function storeAll(urls) {
  const assets = await caches.open(ASSETS)
  await Promise.all(
    [...urls].map(async (url) => {
      if (await assets.match(url)) return
      const response = await fetch(url, { cache: 'no-cache' })
      if (!response.ok) throw new Error(`${url}: ${response.status}`)
      await assets.put(url, response)
    }),
  )
}

/** What neither the stored pages nor the ones before them name is of an older build. */
async function dropUnnamed() {
  const pages = await caches.open(PAGES)
  const assets = await caches.open(ASSETS)
  const named = new Set()
  for (const request of await pages.keys()) {
    const page = await pages.match(request)
    for (const url of assetsOf(await page.text())) named.add(url)
  }
  for (const url of [...named].filter((one) => /\.css(\?|$)/.test(one))) {
    const css = await assets.match(url)
    if (css) for (const inner of assetsOf(await css.text(), url)) named.add(inner)
  }
  for (const request of await assets.keys()) {
    const url = new URL(request.url)
    const isChunk = url.pathname.startsWith('/_next/static/')
    if (isChunk && !named.has(url.pathname + url.search)) await assets.delete(request)
  }
}

/** Nothing is stored here: the pages' assets by the worker above, the cards' images by the page that holds the pack. */
async function storedOrNetwork(cacheName, request) {
  const stored = await caches.match(request, { cacheName })
  if (stored) return stored
  if (cacheName !== ASSETS) return fetch(request)
  return (await caches.match(request, { cacheName: USED })) ?? fetch(request)
}

/** The newest are kept: an older build's are still there for a tab that runs it. */
async function storeUsed(urls) {
  const used = await caches.open(USED)
  for (const url of urls) {
    const { origin, pathname } = new URL(url, self.location.origin)
    if (origin !== self.location.origin || !pathname.startsWith('/_next/static/')) continue
    if (await used.match(pathname)) continue
    const response = await fetch(pathname)
    if (response.ok) await used.put(pathname, response)
  }
  const kept = await used.keys()
  for (const request of kept.slice(0, Math.max(0, kept.length - MOST_USED))) await used.delete(request)
}
