import { availableParallelism, loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { openAsGuest, openBenchBrowser } from './bench-browser'
import { startBenchServer } from './bench-server'

const ANSWERS = 60
const DELAY_MS = 300

/**
 * From the key press that grades a card to the next card painted: the event's own time stamp to the first task after
 * the frame that shows another card. Event Timing would round to 8 ms and be silent below 16.
 */
export async function printNextCard(): Promise<void> {
  const [busy] = loadavg()
  const server = await startBenchServer()
  const browser = await openBenchBrowser()
  try {
    const page = await openAsGuest(browser, server.url)
    const times = await measure(page)
    console.log(
      `From key press to the next card painted, ${DELAY_MS} ms of network delay, ${times.length} cards`,
    )
    console.log(
      `  p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms (at most 50 on a quiet machine)`,
    )
    if (busy > availableParallelism())
      console.log(
        `  The machine was busy with other work before (load ${busy.toFixed(1)}): measure again when it is not.`,
      )
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measure(page: Page): Promise<number[]> {
  // The transpiler that runs this file names its functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (it) => it')
  await page.addInitScript(watchPaints)
  await page.goto('/review')
  await page.locator('article').waitFor()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: DELAY_MS,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await page.waitForTimeout(1_000)
  for (let answer = 0; answer < ANSWERS && (await page.locator('article').isVisible()); answer++) {
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Good/ }).waitFor()
    await page.waitForTimeout(250 + (answer % 7) * 20)
    // Missed once, every card of the first day comes back: more answers than there are new cards.
    await page.keyboard.press(answer < ANSWERS / 2 ? '1' : '4')
    await page
      .getByRole('button', { name: 'Show answer' })
      .or(page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor()
    await page.waitForTimeout(150 + (answer % 5) * 20)
  }
  const paints = await page.evaluate(() => Reflect.get(window, 'paints') as Paint[])
  const toNextCard = paints.filter(({ key, from, to }) => /[1-4]/.test(key) && to !== null && from !== to)
  if (toNextCard.length < ANSWERS / 2)
    throw new Error(`Only ${toNextCard.length} cards were followed by another`)
  return toNextCard.map(({ ms }) => ms)
}

type Paint = { key: string; ms: number; from: string | null; to: string | null }

/** Runs in the page, before its own code. */
function watchPaints() {
  const paints: Paint[] = []
  Reflect.set(window, 'paints', paints)
  const shown = () => document.querySelector('article')?.getAttribute('data-card') ?? null
  window.addEventListener(
    'keydown',
    (event) => {
      const from = shown()
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () =>
          paints.push({ key: event.key, ms: performance.now() - event.timeStamp, from, to: shown() })
        channel.port2.postMessage(null)
      })
    },
    { capture: true },
  )
}

function quantile(values: number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(1)
}
