import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { checkSettled } from '@/lib/administration/checking/begin-check'
import { openTestHouse, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import { databaseKinds } from '@/lib/store/database-place'
import { listDoors } from './testing/list-doors'
import { sampleOf, type Shape } from './testing/sample-of'

// The bundler's listing of files is not there outside a build.
vi.mock('@/app/api/v1/openapi.json/route-modules', () => ({ routeModules: async () => ({}) }))

/** PostgreSQL stores no NUL and no half of a surrogate pair; JavaScript has keys that are not only keys. */
const HOSTILE = ['a\u0000b', '\ud800 half', '__proto__', `'; DROP TABLE "User"; --`, 'x'.repeat(5_000)]

const doors = await listDoors()
const shapeOf = (schema: z.ZodType | undefined): Shape | null =>
  schema === undefined ? null : z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

describe.each(databaseKinds)('whatever is sent, on %s', (kind) => {
  let house: TestHouse
  let callers: Caller[]
  beforeAll(async () => {
    house = await openTestHouse(kind)
    callers = [await house.guest(), await house.account({ role: 'ADMIN' })]
  })
  afterAll(async () => {
    await checkSettled() // the administrator began one below
    await house.close()
  })

  it.each(doors.map((door) => [`${door.method} ${door.path}`, door] as const))(
    '%s answers without a surprise',
    async (_, { method, path, handler, declaration }) => {
      const [body, query] = [shapeOf(declaration.body), shapeOf(declaration.query)]
      const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name)
      for (const text of HOSTILE) {
        const search = new URLSearchParams(
          Object.keys(query?.properties ?? {}).map((key) => [key, text] as [string, string]),
        )
        const sent = {
          method,
          path: `/?${search.toString()}`,
          params: Object.fromEntries(names.map((name) => [name, text])),
        }
        const bodies = body === null ? [undefined] : [sampleOf(body, text), [text]]
        for (const caller of callers)
          for (const one of bodies) {
            const { status } = await caller.send(handler, {
              ...sent,
              ...(one !== undefined && { body: one }),
            })
            expect(status, JSON.stringify(one)?.slice(0, 300)).not.toBe(500)
          }
      }
    },
  )
})
