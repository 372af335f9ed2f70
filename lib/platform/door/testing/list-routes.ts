import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const APP = path.resolve(import.meta.dirname, '../../../../app')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export type SourceRoute = {
  /** As Next spells it: /api/v1/people/[id]. */
  path: string
  file: string
}

/** Every page.tsx or route.ts under app/, by the address that it serves. */
export function listSources(name: 'page.tsx' | 'route.ts'): SourceRoute[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name)
    .map((file) => ({ file: path.join(APP, file), path: addressOf(path.dirname(file)) }))
    .sort((a, b) => a.path.localeCompare(b.path))
}

function addressOf(folder: string): string {
  const parts = folder.split(path.sep).filter((part) => part !== '.' && !/^\(.*\)$/.test(part))
  return `/${parts.join('/')}`
}

/** The methods that a route answers, each with its handler. */
export async function loadHandlers({ file }: SourceRoute): Promise<{ method: string; handler: unknown }[]> {
  const loaded: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(file).href)
  return METHODS.flatMap((method) => (method in loaded ? [{ method, handler: loaded[method] }] : []))
}

/** The rule that a page's own call of pageDoor names, or null. */
export function findPageRule({ file }: SourceRoute): string | null {
  return /\bpageDoor\(\s*'([a-z-]+)'\s*\)/.exec(readFileSync(file, 'utf8'))?.[1] ?? null
}

/** What the last build serves under app/, if there was one: its pages and routes without Next's own. */
export function listBuilt(kind: 'page' | 'route'): string[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(path.resolve(APP, '../.next/app-path-routes-manifest.json'), 'utf8'),
  )
  return Object.entries(manifest)
    .filter(([entry]) => entry.endsWith(`/${kind}`) && !entry.startsWith('/_'))
    .map(([, address]) => address)
    .sort()
}
