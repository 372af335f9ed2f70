import { ok } from '@/lib/core/result'
import { door } from '@/lib/platform/door/door'
import { openApiDocument } from '@/lib/platform/openapi/open-api-document'
import { routeModules } from './route-modules'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'This description (OpenAPI 3.1).',
  handler: async () => ok(openApiDocument(await routeModules())),
})
