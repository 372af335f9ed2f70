import type { RouteModules } from '@/lib/platform/openapi/open-api-document'

/** The bundler's own listing of files, so that no route can be forgotten in a list. */
type FileListing = { keys(): string[]; (key: string): RouteModule | Promise<RouteModule> }
type RouteModule = Record<string, unknown>
declare const require: { context(folder: string, isDeep: boolean, names: RegExp): FileListing }

/** By path under /api/v1. A module that waits for another of its imports comes as a promise. */
export async function routeModules(): Promise<RouteModules> {
  const listing = require.context('..', true, /route\.ts$/)
  const routes: RouteModules = {}
  for (const file of listing.keys()) {
    routes[file.slice(1).replace(/\/route\.ts$/, '')] = await listing(file)
  }
  return routes
}
