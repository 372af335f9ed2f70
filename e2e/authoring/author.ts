import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect } from '../fixtures'
import { newPerson, signUpByForm } from '../pages/people-for-tests'

const SAME_SITE = { 'sec-fetch-site': 'same-origin' }

/** An author at the API, as a script or the pages would be. */
export async function beginDeck(page: Page, title: string) {
  await signUpByForm(page, newPerson('Wren Ada'))
  await expect(page).toHaveURL(/\/today$/)
  const ask = asker(page.request)
  const { slug } = await ask<{ slug: string }>('POST', '/decks/blank', {
    id: randomUUID(),
    title: { en: title, zh: title },
    description: { en: 'For a test', zh: '测试' },
  })
  const draft = `/decks/${slug}/draft`
  return {
    slug,
    ask,
    async add(key: string, content: Record<string, unknown>): Promise<string> {
      const id = randomUUID()
      await ask('POST', `${draft}/notes`, { id, key, ...content })
      return id
    },
    async edit(id: string, change: Record<string, unknown>): Promise<void> {
      const { note } = await ask<{ note: { draftVersion: number } }>('GET', `${draft}/notes/${id}`)
      await ask('PATCH', `${draft}/notes/${id}`, { draftVersion: note.draftVersion, ...change })
    },
    async publish(line: string): Promise<number> {
      const { seen } = await ask<{ seen: string }>('GET', `/decks/${slug}/publication`)
      return (await ask<{ version: number }>('POST', `/decks/${slug}/publication`, { seen, line })).version
    },
  }
}

export function asker(request: APIRequestContext) {
  return async function ask<T>(method: string, path: string, data?: unknown): Promise<T> {
    const answer = await request.fetch(`/api/v1${path}`, { method, data, headers: SAME_SITE })
    const text = await answer.text()
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`).toBe(true)
    return (text === '' ? undefined : JSON.parse(text)) as T // the route's own schema
  }
}
