import path from 'node:path'
import { currentTime } from '@/lib/platform/clock'
import { getEnvironment } from '@/lib/platform/env'
import { OperatorError } from '@/lib/platform/operator-error'
import { getSessionSecret } from '@/lib/platform/session/session-secret'
import { databasePlace } from '@/lib/store/database-place'
import { applyMigrations, listPendingMigrations } from '@/lib/store/migrate/apply-migrations'
import { readMigrations } from '@/lib/store/migrate/read-migrations'
import type { DatabasePlace } from '@/lib/store/database-place'
import { keepHourlyBackups } from '../backup/hourly-backups'
import { makeBackup } from '../backup/make-backup'
import { holdLock } from '../data/hold-lock'
import { prepareDataFolder } from '../data/prepare-data-folder'
import { announce } from './announce'
import { collectDaily } from './collect-daily'
import { collectLeftImports } from './collect-left-imports'
import { ensureBuild } from './ensure-build'
import { ensureClients } from './ensure-clients'
import { packWorker } from './pack-worker'
import { helpText } from './help-text'
import { listAddresses } from './list-addresses'
import { refuseTakenPort } from './refuse-taken-port'
import { serve } from './serve'
import { stopCleanly } from './stop-cleanly'

/** Starts, or says in one sentence why not. */
export async function startOrExplain(args: string[]): Promise<void> {
  try {
    await start(args)
  } catch (error) {
    console.error(error instanceof OperatorError ? `\n${error.message}` : error)
    process.exit(1)
  }
}

async function start(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(helpText())
  const unknown = args.find((arg) => arg !== '--dev')
  if (unknown !== undefined)
    throw new OperatorError(`There is no option ${unknown}; see npm start -- --help.`)
  const dev = args.includes('--dev')

  const env = getEnvironment()
  const place = databasePlace({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR })
  // What can be refused is refused before the steps that take long.
  await refuseTakenPort(env.HOST, env.PORT)
  await announce('data', async () => {
    const folder = prepareDataFolder(env.DATA_DIR)
    if (place.kind === 'sqlite') holdLock(place.file)
    getSessionSecret()
    await listPendingMigrations(place)
    return place.kind === 'sqlite' ? folder : 'PostgreSQL'
  })
  await announce('clients', ensureClients)
  await (dev ? packWorker() : announce('pages', ensureBuild))
  await announce('database', () => migrate(place))

  // From here on the generated clients are used, which did not exist when this file was loaded.
  const { getStore } = await import('@/lib/store/get-store')
  const { installHouseDecks } = await import('@/lib/authoring/install-house-decks')
  const store = await getStore()
  await announce('decks', async () => {
    const installed = await installHouseDecks(store, path.resolve('prisma/decks'), currentTime())
    const changed = installed.filter(({ outcome }) => outcome !== 'unchanged')
    return (
      changed.map(({ key, outcome, cards }) => `${key} ${outcome}, ${cards} cards`).join('; ') || 'up to date'
    )
  })

  const { offerClaimLink } = await import('@/lib/account/offer-claim-link')
  const claim = await offerClaimLink(store, currentTime())

  let port = env.PORT
  await announce('server', async () => {
    const serving = await serve({ host: env.HOST, port: env.PORT, dev, trustProxy: env.TRUST_PROXY })
    port = serving.port
    stopCleanly(serving.server, () => store.close())
    return 'ready'
  })
  if (place.kind === 'sqlite') keepHourlyBackups(place.file)
  const { collectImages } = await import('@/lib/authoring/collect-images')
  collectDaily(store, collectImages)
  const { recoverImports } = await import('@/lib/authoring/exchange/recover-imports')
  collectLeftImports(store, recoverImports)

  const { here, network } = listAddresses(env.HOST, port)
  const address = env.PUBLIC_URL ?? here
  const lines = [
    '',
    `  Open ${address}`,
    ...network.map((other) => `  or   ${other} from another device on this network`),
  ]
  if (claim !== null) {
    lines.push('', '  Nobody is administrator yet. Who opens this link becomes one; it works once:')
    lines.push(`  ${address}/claim/${claim}`)
  }
  console.log(lines.join('\n'))
}

async function migrate(place: DatabasePlace): Promise<string> {
  const pending = await listPendingMigrations(place)
  if (pending.length === 0) return 'up to date'
  const isNew = pending.length === readMigrations(place.kind).length
  if (isNew || place.kind !== 'sqlite') {
    await applyMigrations(place)
    return isNew ? 'created' : 'migrated'
  }
  const backup = await makeBackup(place.file, 'before-migration', currentTime())
  await applyMigrations(place)
  return `migrated; as it was before: ${path.relative('.', backup)}`
}
