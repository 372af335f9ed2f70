import { expect, it } from 'vitest'
import { listSources, loadHandlers } from '@/lib/platform/door/testing/list-routes'
import { openApiDocument, type RouteModules } from './open-api-document'

type Operation = {
  summary: string
  parameters: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> }
}
type Document = { paths: Record<string, Record<string, Operation>> }

async function describeHouse(): Promise<Document> {
  const modules: RouteModules = {}
  for (const route of listSources('route.ts').filter(({ path }) => path.startsWith('/api/v1/'))) {
    const handlers = await loadHandlers(route)
    modules[route.path.replace('/api/v1', '')] = Object.fromEntries(
      handlers.map(({ method, handler }) => [method, handler]),
    )
  }
  // As a reader of the JSON gets it.
  return JSON.parse(JSON.stringify(openApiDocument(modules))) as Document
}

it('describes every route with its parameters and bodies', async () => {
  const { paths } = await describeHouse()
  expect(Object.keys(paths).length).toBeGreaterThan(25)
  for (const [path, operations] of Object.entries(paths)) {
    expect(path).not.toMatch(/\[/)
    for (const [method, operation] of Object.entries(operations)) {
      expect(operation.summary, `${method} ${path}`).toMatch(/\S.*[.]$/)
      const inPath = operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => name)
      expect(inPath).toEqual(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name))
    }
  }
  const { post } = paths['/account']
  expect(Object.keys(post.requestBody?.content['application/json'].schema.properties ?? {})).toEqual(
    expect.arrayContaining(['name', 'email', 'password']),
  )
  expect(paths['/people'].get.parameters.map(({ name }) => name)).toEqual(['search', 'after'])
  expect(Object.keys(paths['/uploads'].post.requestBody?.content ?? {})).toEqual(['application/octet-stream'])
})
