/** As much of a JSON schema as a sample of it needs. */
export type Shape = {
  type?: unknown
  const?: unknown
  enum?: unknown
  anyOf?: unknown
  oneOf?: unknown
  properties?: Record<string, unknown>
  additionalProperties?: unknown
  items?: unknown
  prefixItems?: unknown
  pattern?: unknown
  format?: unknown
  minimum?: unknown
  maxLength?: unknown
}

const UUID = '01890000-0000-7000-8000-000000000000'

/** A value of that shape, as far as shapes can say, with one text wherever a text may stand. */
export function sampleOf(shape: unknown, text: string): unknown {
  if (!isShape(shape)) return text
  if ('const' in shape) return shape.const
  if (Array.isArray(shape.enum)) return shape.enum[0]
  const choice = shape.anyOf ?? shape.oneOf
  if (Array.isArray(choice)) return sampleOf(choice[0], text)
  switch (shape.type) {
    case 'string':
      return stringOf(shape, text)
    case 'number':
    case 'integer':
      return typeof shape.minimum === 'number' && shape.minimum > 0 ? shape.minimum : 1
    case 'boolean':
      return true
    case 'null':
      return null
    case 'array':
      return Array.isArray(shape.prefixItems)
        ? shape.prefixItems.map((item) => sampleOf(item, text))
        : [sampleOf(shape.items ?? {}, text)]
    case 'object':
      return objectOf(shape, text)
    default:
      return text
  }
}

function stringOf({ pattern, maxLength }: Shape, text: string): string {
  const isUuid = typeof pattern === 'string' && new RegExp(pattern).test(UUID)
  if (isUuid) return UUID
  return typeof maxLength === 'number' ? text.slice(0, maxLength) : text
}

/** With own keys of any name: `{ __proto__: … }` written out would be none. */
function objectOf({ properties, additionalProperties }: Shape, text: string): object {
  const entries = Object.entries(properties ?? {}).map(([key, of]) => [key, sampleOf(of, text)] as const)
  const more = isShape(additionalProperties) ? [[text, sampleOf(additionalProperties, text)] as const] : []
  return Object.fromEntries([...entries, ...more])
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null
}
