import { availableParallelism, loadavg } from 'node:os'
import type { Browser, Cookie } from '@playwright/test'
import { openAsGuest, openBenchBrowser } from './bench-browser'
import { startBenchServer } from './bench-server'

const PAGES = ['/', '/today', '/review', '/decks', '/decks/rnn-lstm-gru', '/lab', '/settings']
const VISITS = 3
const MOST_LCP_MS = 2_500
const MOST_CLS = 0.1

/** Lighthouse's phone: a slow 4G line and a processor a quarter as fast as this one. */
const LINE = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const CPU_RATE = 4

type Paint = { lcpMs: number; cls: number; what: string }

/** When the largest thing of each page stands on a phone that sees it for the first time, and how much moves on the way. */
export async function printPagePaint(): Promise<void> {
  const [busy] = loadavg()
  const server = await startBenchServer()
  const browser = await openBenchBrowser()
  try {
    const guest = await openAsGuest(browser, server.url)
    const cookies = await guest.context().cookies()
    await guest.context().close()
    console.log(
      `First visits on a phone (150 ms, 1.6 Mbit/s, processor ÷ ${CPU_RATE}), the middle one of ${VISITS}; LCP at most ${MOST_LCP_MS} ms, CLS at most ${MOST_CLS}`,
    )
    for (const path of PAGES) {
      const visits: Paint[] = []
      for (let visit = 0; visit < VISITS; visit++)
        visits.push(await paintOf(browser, server.url, path === '/' ? [] : cookies, path))
      const { lcpMs, what } = visits.toSorted((a, b) => a.lcpMs - b.lcpMs)[Math.floor(VISITS / 2)]
      const cls = Math.max(...visits.map((visit) => visit.cls))
      const isOver = lcpMs > MOST_LCP_MS || cls > MOST_CLS
      console.log(
        `  ${path.padEnd(20)} LCP ${lcpMs.toFixed(0).padStart(5)} ms (${what})  CLS ${cls.toFixed(3)}${isOver ? '  over' : ''}`,
      )
    }
    if (busy > availableParallelism())
      console.log(
        `  The machine was busy with other work before (load ${busy.toFixed(1)}): measure again when it is not.`,
      )
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function paintOf(browser: Browser, url: string, cookies: Cookie[], path: string): Promise<Paint> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-GB',
    serviceWorkers: 'block',
  })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...LINE })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE })
    await page.addInitScript(watchPaint)
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.waitForTimeout(1_500)
    return await page.evaluate(() => Reflect.get(window, 'paint') as Paint)
  } finally {
    await context.close()
  }
}

/** Runs in the page, before its own code. */
function watchPaint() {
  const paint: Paint = { lcpMs: 0, cls: 0, what: '' }
  Reflect.set(window, 'paint', paint)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      paint.lcpMs = entry.startTime
      const element: unknown = Reflect.get(entry, 'element')
      paint.what = element instanceof Element ? element.tagName.toLowerCase() : ''
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, 'hadRecentInput') !== true) paint.cls += Number(Reflect.get(entry, 'value'))
  }).observe({ type: 'layout-shift', buffered: true })
}
