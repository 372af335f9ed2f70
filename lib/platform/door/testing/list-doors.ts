import { findDeclaration, type Declaration, type RouteHandler } from '../declaration'
import { listSources, loadHandlers } from './list-routes'

export type Door = { path: string; method: string; handler: RouteHandler; declaration: Declaration }

/** Every method of every route under /api/v1 that was made by `door`, with what it declares. */
export async function listDoors(): Promise<Door[]> {
  const doors: Door[] = []
  for (const route of listSources('route.ts')) {
    if (!route.path.startsWith('/api/v1/')) continue
    for (const { method, handler } of await loadHandlers(route)) {
      const declaration = findDeclaration(handler)
      // What has a declaration was made by door, and is therefore a handler.
      if (declaration) doors.push({ path: route.path, method, handler: handler as RouteHandler, declaration })
    }
  }
  return doors
}
