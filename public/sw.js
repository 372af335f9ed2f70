/*
 * Opens Today and the review without a network, and the lab and a quiz where they were opened before. No build id in here: a visit that reaches the server stores the
 * assets that its HTML names, and then the HTML, so that what is stored always fits together; the copy before is
 * kept one visit longer for tabs that still run it. The pages' HTML is the same for everybody and holds no data:
 * cards and answers live in IndexedDB. A quiz's page holds its questions: the last few are kept at their very address,
 * and signing out takes them along. Any other page says that there is no network, and what works without one. Requests
 * to /api are never touched.
 */
const SHELLS = ['/today', '/review']
const PAGES = 'unroll-pages-1'
const ASSETS = 'unroll-assets-1'
const MEDIA = 'unroll-media-1'
/** What the pages fetch beyond their HTML (the exercises of a pack), told by the pages. */
const USED = 'unroll-used-1'
const MOST_USED = 120
const MOST_QUIZZES = 5
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
  if (event.data?.kind === 'keep') event.waitUntil(keepPage(event.data.path))
  if (event.data?.kind === 'used') event.waitUntil(storeUsed(event.data.urls))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (SHELLS.includes(url.pathname)) event.respondWith(openShell(url.pathname, request, event))
    else if (!url.pathname.startsWith('/api/')) event.respondWith(openKept(keptAs(url), request))
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

/** The lab reads its address itself, so one copy does for all; a quiz's page is that of its address alone. */
function keptAs(url) {
  if (url.pathname === '/lab') return '/lab'
  return /^\/quiz\/[^/]+$/.test(url.pathname) ? url.pathname + url.search : null
}

/**
 * The network, however slow: what is kept (under this key, if any) is as old as the visit before, and serves where
 * there is no network.
 */
async function openKept(key, request) {
  try {
    const response = await fetch(request)
    if (response.status < 500 || key === null) return response
    return (await caches.match(key, { cacheName: PAGES })) ?? response
  } catch {
    const kept = key === null ? undefined : await caches.match(key, { cacheName: PAGES })
    if (kept) return kept
    return new Response(await sayOffline(), {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
    })
  }
}

/** In the reader's language and theme, which the kept page of Today has. Its colours are those of app/_ui/tokens.css. */
async function sayOffline() {
  const today = await caches.match('/today', { cacheName: PAGES })
  const [html] = /<html[^>]*>/.exec(today ? await today.text() : '') ?? ['']
  const [, theme] = /data-theme="(light|dark)"/.exec(html) ?? [, 'light dark']
  const [, reader] = /lang="([^"]+)"/.exec(html) ?? [, self.navigator.language]
  const [lang, title, text, toToday, again] = reader.startsWith('zh')
    ? [
        'zh-CN',
        '没有网络',
        '这个页面没有保存在本机，联网后即可打开。“今天”和复习不需要网络，你的作答都在，不会丢失。',
        '去“今天”',
        '重试',
      ]
    : [
        'en',
        'No network',
        'This page is not kept in this browser; it opens when the network is back. Today and the review work without one, and your answers are safe.',
        'To Today',
        'Try again',
      ]
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="${theme}"><title>${title} · Unroll</title>
<body style="font:1.0625rem/1.6 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:18vh 1.25rem 2rem;color-scheme:${theme};background:light-dark(#fcfcfb,#15171a);color:light-dark(#1a1c1f,#e6e4df)">
<h1 style="font:500 1.75rem/1.3 Georgia,serif;margin:0 0 .75rem">${title}</h1>
<p style="margin:0 0 1.5rem">${text}</p>
<p style="display:flex;gap:1.5rem;margin:0">
<a href="/today" style="color:light-dark(#1c4f8f,#93bdf0);padding:.75rem 0">${toToday}</a>
<a href="" style="color:light-dark(#1c4f8f,#93bdf0);padding:.75rem 0">${again}</a></p></body></html>`
}

/** A page asks to be kept as it was served at its address. */
async function keepPage(path) {
  const key = keptAs(new URL(path, self.location.origin))
  if (!key) return
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' })
    if (!isShell(response)) return
    await storeNamedBy(response)
    const pages = await caches.open(PAGES)
    await pages.delete(key)
    await pages.put(key, response)
    const quizzes = (await pages.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/quiz/'))
    for (const request of quizzes.slice(0, Math.max(0, quizzes.length - MOST_QUIZZES)))
      await pages.delete(request)
    await dropUnnamed()
  } catch {
    // No network: what is kept stays.
  }
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
  await storeNamedBy(response)
  const pages = await caches.open(PAGES)
  const before = await pages.match(path)
  if (before) await pages.put(`${path}?before`, before)
  await pages.put(path, response)
  await dropUnnamed()
}

async function storeNamedBy(response) {
  const html = await response.clone().text()
  const named = assetsOf(html)
  await storeAll(named)
  const styles = [...named].filter((url) => /\.css(\?|$)/.test(url))
  for (const url of styles) {
    const css = await caches.match(url, { cacheName: ASSETS })
    if (css) await storeAll(assetsOf(await css.text(), url))
  }
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
