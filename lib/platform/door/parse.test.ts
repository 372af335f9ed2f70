import { expect, it } from 'vitest'
import { z } from 'zod'
import { parseWith, queryObject } from './parse'

const anything = z.object({ items: z.array(z.unknown()) })

it('leaves out what PostgreSQL cannot store, however deep it stands, and its neighbours as they were', () => {
  const items = [{ 'a\u0000b': ['x\u0000', 'y'] }, 'z\ud800', '😀', 3, null]
  expect(parseWith(anything, { items }, 'en')).toEqual({
    ok: true,
    value: { items: [{ ab: ['x', 'y'] }, 'z\ufffd', '😀', 3, null] },
  })
})

it('takes no key for more than a key', () => {
  const sent: unknown = JSON.parse('{"items":[{"__proto__":{"isAdmin":true},"x":"\\u0000"}]}')
  const parsed = parseWith(anything, sent, 'en')
  const [item] = parsed.ok ? parsed.value.items : []
  expect(item).not.toHaveProperty('isAdmin')
  expect(Object.getPrototypeOf(item)).toBe(Object.prototype)
  expect(parseWith(z.strictObject({}), queryObject('/x?__proto__=1'), 'en').ok).toBe(false)
  expect(parseWith(z.strictObject({}), queryObject('/x?constructor=1'), 'en').ok).toBe(false)
  expect(queryObject('/x?constructor=1&constructor=2')).toEqual({ constructor: ['1', '2'] })
})

it('refuses what is nested without end, instead of falling over it', () => {
  const nested = (depth: number): unknown =>
    JSON.parse(`{"items":[${'['.repeat(depth)}${']'.repeat(depth)}]}`)
  expect(parseWith(anything, nested(50), 'en').ok).toBe(true)
  expect(parseWith(anything, nested(200_000), 'en')).toEqual({ ok: false, code: 'bad-request' })
})
