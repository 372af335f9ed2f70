import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { schemaText } from './schema-text'

const textOf = (schema: z.ZodType) => schemaText(z.toJSONSchema(schema, { io: 'input' }))

describe('a schema in short notation', () => {
  it('shows objects, what may be left out, lists and choices', () => {
    const schema = z.strictObject({
      name: z.string().max(80),
      scopes: z.array(z.enum(['read', 'study'])),
      expiresAt: z.number().nullable().optional(),
      nested: z.object({ ok: z.boolean() }).array(),
    })
    expect(textOf(schema)).toBe(
      [
        '{',
        '  name: string',
        '  scopes: ("read" | "study")[]',
        '  expiresAt?: number | null',
        '  nested: {',
        '    ok: boolean',
        '  }[]',
        '}',
      ].join('\n'),
    )
  })

  it('shows what has any names, what is one value, and what it cannot know', () => {
    expect(textOf(z.record(z.string(), z.int()))).toBe('{\n  [name]: integer\n}')
    expect(textOf(z.literal(true))).toBe('true')
    expect(schemaText(undefined)).toBe('any')
  })
})
