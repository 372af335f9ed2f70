import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from '@/lib/platform/operator-error'

/** The data folder, made if it is missing, and proved writable by writing to it. Returns its full path. */
export function prepareDataFolder(given: string): string {
  const folder = path.resolve(given)
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = path.join(folder, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new OperatorError(
      `The data folder ${folder} cannot be written to${reason}; mend its permissions or choose another with DATA_DIR.`,
    )
  }
  return folder
}

/** One folder after the other: `recursive` never returns where the kernel makes no folders, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
