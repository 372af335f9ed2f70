import { gzipSync } from 'node:zlib'
import { openAsGuest, openBenchBrowser } from './bench-browser'
import { startBenchServer } from './bench-server'

const PAGES = ['/', '/today', '/review', '/decks', '/settings']
const REVIEW_LIMIT_KB = 200

/** JavaScript that a first visit of each page runs, gzip: what its HTML names and what it loads by itself. */
export async function printPageWeight(): Promise<void> {
  const server = await startBenchServer()
  const browser = await openBenchBrowser()
  try {
    const guest = await openAsGuest(browser, server.url)
    const cookies = await guest.context().cookies()
    console.log('JavaScript of each page, gzip')
    for (const path of PAGES) {
      const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })
      await context.addCookies(cookies)
      const page = await context.newPage()
      const sizes = new Map<string, Promise<number>>()
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script' && response.ok())
          sizes.set(
            response.url(),
            response.body().then((body) => gzipSync(body, { level: 9 }).length),
          )
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1024
      const limit = path === '/review' ? ` (at most ${REVIEW_LIMIT_KB})` : ''
      console.log(`  ${path.padEnd(12)} ${total.toFixed(0).padStart(4)} kB in ${sizes.size} files${limit}`)
      await context.close()
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}
