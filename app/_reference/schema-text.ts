type Schema = Record<string, unknown>

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A JSON Schema as a short notation that a programmer reads at a glance: { name: string, scopes: ("read" | "study")[] }.
 * It leaves out lengths and patterns; the document itself has them.
 */
export function schemaText(schema: unknown, indent = ''): string {
  if (!isSchema(schema)) return 'any'
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices))
    return [...new Set(choices.map((choice) => schemaText(choice, indent)))].join(' | ')
  if (Array.isArray(schema.allOf)) return schema.allOf.map((part) => schemaText(part, indent)).join(' & ')
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => schemaText({ ...schema, type }, indent)).join(' | ')
  }
  switch (schema.type) {
    case 'array':
      return arrayText(schema, indent)
    case 'object':
      return objectText(schema, indent)
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return schema.type
    default:
      return 'any'
  }
}

function arrayText(schema: Schema, indent: string): string {
  const item = schemaText(schema.items, indent)
  return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`
}

function objectText(schema: Schema, indent: string): string {
  const required = Array.isArray(schema.required) ? schema.required : []
  const inner = `${indent}  `
  const lines = Object.entries(isSchema(schema.properties) ? schema.properties : {}).map(
    ([name, property]) =>
      `${inner}${name}${required.includes(name) ? '' : '?'}: ${schemaText(property, inner)}`,
  )
  if (isSchema(schema.additionalProperties)) {
    lines.push(`${inner}[name]: ${schemaText(schema.additionalProperties, inner)}`)
  }
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}
