import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Of the program that runs: its package.json says it. */
export function findVersion(root = process.cwd()): string {
  const read: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '?'
}
