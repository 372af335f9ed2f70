import { schemaText } from './schema-text'

export type OperationView = {
  id: string
  method: string
  path: string
  summary: string
  rule: string
  scope: string | null
  query: { name: string; required: boolean; type: string }[]
  body: string | null
  status: string
  answer: string | null
}

export type OperationGroup = { name: string; operations: OperationView[] }

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
const at = (value: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>((found, name) => (isJson(found) ? found[name] : undefined), value)
const textAt = (value: unknown, name: string): string | null => {
  const found = at(value, name)
  return typeof found === 'string' ? found : null
}

/** The document's operations, grouped by the first part of their path, in its order. */
export function readOperations(document: unknown): OperationGroup[] {
  const groups = new Map<string, OperationView[]>()
  const paths = at(document, 'paths')
  for (const [path, methods] of Object.entries(isJson(paths) ? paths : {})) {
    const name = path.split('/')[1] ?? ''
    const group = groups.get(name) ?? []
    groups.set(name, group)
    for (const [method, operation] of Object.entries(isJson(methods) ? methods : {})) {
      group.push(readOperation(path, method.toUpperCase(), operation))
    }
  }
  return [...groups].map(([name, operations]) => ({ name, operations }))
}

function readOperation(path: string, method: string, operation: unknown): OperationView {
  const parameters = at(operation, 'parameters')
  const responses = at(operation, 'responses')
  const status = Object.keys(isJson(responses) ? responses : {}).find((code) => code.startsWith('2')) ?? '200'
  const answer = at(responses, status, 'content', 'application/json', 'schema')
  const content = at(operation, 'requestBody', 'content')
  const [contentType] = Object.keys(isJson(content) ? content : {})
  const body =
    contentType === undefined
      ? null
      : contentType === 'application/json'
        ? schemaText(at(content, contentType, 'schema'))
        : contentType
  return {
    id: `${method} ${path}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, ''),
    method,
    path,
    summary: textAt(operation, 'summary') ?? '',
    rule: textAt(operation, 'x-rule') ?? '',
    scope: textAt(operation, 'x-scope'),
    query: (Array.isArray(parameters) ? parameters : [])
      .filter((parameter) => at(parameter, 'in') === 'query')
      .map((parameter) => ({
        name: textAt(parameter, 'name') ?? '',
        required: at(parameter, 'required') === true,
        type: schemaText(at(parameter, 'schema')),
      })),
    body,
    status,
    answer: answer === undefined ? null : schemaText(answer),
  }
}
