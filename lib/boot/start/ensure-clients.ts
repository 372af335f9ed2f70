import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { generateClients } from '@/lib/store/generate-clients'
import { hashFiles } from './hash-files'

const folder = 'lib/store/generated'
const stamp = path.join(folder, 'made-from')

/** Writes the database clients when the schema or Prisma changed since they were written. */
export function ensureClients(): string {
  const { version } = createRequire(import.meta.url)('prisma/package.json') as { version: string }
  const wanted = hashFiles(['prisma/schema.prisma', 'lib/store/generate-clients.ts'], [version], () => false)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'up to date'
  generateClients()
  writeFileSync(stamp, wanted)
  return 'generated'
}
