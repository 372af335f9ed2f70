import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const TENSORFLOW = ['@tensorflow/tfjs@4.22.0']

/** Only measured against, so they are no dependency of the program: installed beside it when a bench is run. */
const PEERS = ['onnxruntime-node@1.30.0', ...TENSORFLOW]

/** Installs the peers where they are missing; a function that loads one, or null where they cannot be had. */
export function installPeers(peers: readonly string[] = PEERS): ((name: string) => unknown) | null {
  const folder = path.join(tmpdir(), 'unroll-bench-peers')
  const manifest = path.join(folder, 'package.json')
  const isThere = (peer: string) =>
    existsSync(path.join(folder, 'node_modules', peer.slice(0, peer.lastIndexOf('@'))))
  if (!peers.every(isThere)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(manifest, '{"private":true}')
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
    const { status } = spawnSync('npm', ['install', ...options, ...peers], { cwd: folder, timeout: 300_000 })
    if (status !== 0) return null
  }
  return createRequire(manifest)
}
