import type { BrowserContext, Page } from '@playwright/test'
import type { StudyEvent } from '../../lib/core/memory/study-event'
import type { StudyPack } from '../../lib/core/study/study-pack'
import { expect } from '../fixtures'

/** As a visitor does it: home, one press, Today. */
export async function enterAsGuest(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: /study as a guest|以访客身份/i }).click()
  await page.waitForURL('**/today')
  await expect(page.getByRole('link', { name: /start review|开始复习/i })).toBeVisible()
}

export async function openReview(page: Page, path = '/review'): Promise<void> {
  await page.goto(path)
  await expect(page.locator('article')).toBeVisible()
}

/** Which card is on screen, by what its question says. */
export async function questionText(page: Page): Promise<string> {
  return (
    await page
      .getByRole('region', { name: /^(question|问题)$/i })
      .first()
      .innerText()
  ).trim()
}

/** Reveals, also where an answer is to be typed first, and grades. */
export async function answerByKeys(page: Page, grade: 1 | 2 | 3 | 4): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^(answer|答案)$/i })).toBeVisible()
  await page.keyboard.press(String(grade))
}

/** The server's own log of the learner who is signed in. */
export async function serverLog(context: BrowserContext): Promise<StudyEvent[]> {
  const response = await context.request.get('/api/v1/study/pack')
  expect(response.ok()).toBe(true)
  const pack = (await response.json()) as StudyPack
  return Object.values(pack.logs)
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What this browser still holds for the server. */
export async function waitingIds(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const name = `unroll:${localStorage.getItem('unroll.learner')}`
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = db.transaction('waiting').objectStore('waiting').getAllKeys()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    db.close()
    return keys.map(String)
  })
}

/** Waits until the server has so many events, and this browser has nothing left for it. */
export async function everythingSent(page: Page, events: number): Promise<void> {
  const length = async () => (await serverLog(page.context())).length
  await expect.poll(length, { timeout: 40_000 }).toBe(events)
  await expect.poll(() => waitingIds(page), { timeout: 20_000 }).toEqual([])
}
