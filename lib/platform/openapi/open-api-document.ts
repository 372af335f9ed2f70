import { z } from 'zod'
import { findDeclaration, type Declaration } from '@/lib/platform/door/declaration'
import { STATUS } from '@/lib/platform/errors/status'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Route modules by their path under the API, in Next's spelling: `/people/[id]`. */
export type RouteModules = Record<string, Record<string, unknown>>

type Json = Record<string, unknown>

/** OpenAPI 3.1, from nothing but what each door declares of itself. */
export function openApiDocument(routes: RouteModules): Json {
  const paths: Json = {}
  for (const route of Object.keys(routes).sort()) {
    const operations: Json = {}
    for (const method of METHODS) {
      const declaration = findDeclaration(routes[route][method])
      if (declaration) operations[method.toLowerCase()] = operation(route, declaration)
    }
    if (Object.keys(operations).length > 0) paths[route.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')] = operations
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Unroll',
      version: '1',
      description:
        'What the pages use is open to scripts: send `Authorization: Bearer <token>` with a token from the settings. Instants are milliseconds since 1970 (UTC), days are study days counted from 1970-01-01.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, limited to its scopes.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'unroll.session',
          description: 'A browser that is signed in.',
        },
      },
      schemas: { Error: ERROR },
    },
  }
}

const ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: [...Object.keys(STATUS), 'surprise'] },
        message: { type: 'string', description: 'In the reader’s language.' },
        detail: {
          type: 'object',
          description: 'Where it says more: `reason`, `field`, or `fields` by name.',
        },
        id: { type: 'string', description: 'Of a surprise: the number it is logged under.' },
      },
    },
  },
}

function operation(route: string, declaration: Declaration): Json {
  const { rule, scope, summary, answer, status = 200 } = declaration
  const security = rule === 'anyone' ? [{}] : [{ session: [] }, ...(scope ? [{ token: [scope] }] : [])]
  const good = answer ? { content: { 'application/json': { schema: toSchema(answer, 'output') } } } : {}
  return {
    summary,
    ...(declaration.example && { 'x-example': declaration.example }),
    description:
      `Rule: ${rule}. ${scope ? `Tokens need the scope “${scope}”.` : rule === 'anyone' ? '' : 'Not open to tokens.'}`.trim(),
    'x-rule': rule,
    ...(scope && { 'x-scope': scope }),
    security,
    parameters: [...pathParameters(route), ...queryParameters(declaration.query)],
    ...requestBody(declaration),
    responses: {
      [String(status)]: { description: 'Done.', ...good },
      ...(answer ? {} : { '204': { description: 'Done; nothing to say.' } }),
      default: {
        description: 'Refused, or a surprise.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

function pathParameters(route: string): Json[] {
  return Array.from(route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = toSchema(query, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function requestBody({ body, rawBody }: Declaration): Json {
  if (rawBody)
    return { requestBody: { required: true, content: { [rawBody]: { schema: { format: 'binary' } } } } }
  if (!body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: toSchema(body, 'input') } } },
  }
}

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] }

function toSchema(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  // What JSON Schema cannot say (a transform, a refinement) is left out of the description, not out of the check.
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  })
  return described as ObjectSchema // only read as far as these two names go
}
