import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** One hash of the contents of files and folders (relative to the current folder) and of some texts beside them. */
export function hashFiles(roots: string[], texts: string[], isIgnored: (file: string) => boolean): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text}\n`)
  for (const file of roots.flatMap(listFiles)) {
    if (!isIgnored(file)) hash.update(`${file}\n`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function listFiles(root: string): string[] {
  if (!existsSync(root)) return []
  if (!statSync(root).isDirectory()) return [root]
  return readdirSync(root)
    .sort()
    .flatMap((name) => listFiles(path.posix.join(root, name)))
}
