import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { listBackups } from '@/lib/platform/backups/backup-files'
import { findVersion } from '@/lib/platform/find-version'
import type { DatabaseKind } from '@/lib/store/database-place'
import type { HouseFigures } from '@/lib/store/house-figures'
import type { Store } from '@/lib/store/store'

export type HouseDescription = {
  version: string
  node: string
  upSince: number
  database: DatabaseKind
  databaseBytes: number
  /** Free on the disk that holds it; null where it is elsewhere. */
  freeBytes: number | null
  figures: HouseFigures
  migrations: string[]
  /** Newest first; null where the database makes its own. */
  backups: { madeAt: number; reason: string; bytes: number }[] | null
}

/** How the house stands: what an administrator looks at before and after something happens. */
export async function describeHouse(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<HouseDescription>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  const { file, kind } = store.database
  const [figures, databaseBytes, migrations, disk] = await Promise.all([
    store.houseFigures.count(),
    store.database.sizeInBytes(),
    store.database.listMigrations(),
    file === null ? null : statfs(path.dirname(file)).catch(() => null),
  ])
  return ok({
    version: findVersion(),
    node: process.version,
    upSince: now - Math.round(process.uptime() * 1_000),
    database: kind,
    databaseBytes,
    freeBytes: disk === null ? null : disk.bavail * disk.bsize,
    figures,
    migrations,
    backups:
      file === null
        ? null
        : listBackups(file).map(({ file: backup, madeAt, reason }) => ({
            madeAt,
            reason,
            bytes: statSync(backup, { throwIfNoEntry: false })?.size ?? 0,
          })),
  })
}
