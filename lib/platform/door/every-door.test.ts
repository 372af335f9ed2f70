import { describe, expect, it } from 'vitest'
import { RULES } from '@/lib/core/access/rule'
import { findDeclaration } from './declaration'
import { findPageRule, listSources, loadHandlers } from './testing/list-routes'

/** What has no door, and why. */
const WITHOUT_DOOR = [
  /^\/api\/auth\//, // belongs to next-auth
  /^\/api\/health\//, // says only that the process lives
  /^\/api\/\[\[\.\.\.nothing\]\]$/, // refuses whatever is not there, and knows nothing
]

describe('every way into the house', () => {
  const routes = listSources('route.ts').filter(({ path }) => !WITHOUT_DOOR.some((known) => known.test(path)))

  it('is known', () => {
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter(({ path }) => !path.startsWith('/api/v1/')).map(({ path }) => path)).toEqual([])
  })

  it.each(routes.map((route) => [route.path, route] as const))(
    '%s is made by door, with a rule',
    async (_, route) => {
      const handlers = await loadHandlers(route)
      expect(handlers).not.toEqual([])
      for (const { method, handler } of handlers) {
        if (method === 'OPTIONS') continue // a preflight tells what may be asked and reads nothing
        const declaration = findDeclaration(handler)
        expect(declaration, `${method} ${route.path}`).not.toBeNull()
        expect(RULES).toContain(declaration?.rule)
        if (method === 'POST' || method === 'PUT' || method === 'PATCH') continue
        expect(declaration?.rawBody, `${method} has no body`).toBeUndefined()
      }
    },
  )

  it.each(listSources('page.tsx').map((page) => [page.path, page] as const))(
    'page %s names its rule',
    (_, page) => {
      expect(RULES).toContain(findPageRule(page))
    },
  )
})
