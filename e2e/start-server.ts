import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchServer } from './launch-server'

/** Starts the house for a run of browser tests and tells them its address. Or use one: UNROLL_TEST_URL=… */
export default async function startServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.UNROLL_TEST_URL !== undefined) return undefined
  const dataDir = mkdtempSync(path.join(tmpdir(), 'unroll-e2e-'))
  const server = await launchServer({ DATA_DIR: dataDir })
  process.env.UNROLL_TEST_URL = server.url
  process.env.UNROLL_TEST_CLAIM = server.claimPath ?? ''
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
