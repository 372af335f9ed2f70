import { currentTime } from '@/lib/platform/clock'
import { getEnvironment } from '@/lib/platform/env'
import { OperatorError } from '@/lib/platform/operator-error'
import { databasePlace } from '@/lib/store/database-place'
import { openExistingStore } from './open-existing-store'
import { runCommand } from './run-command'
import { listAddresses } from './start/list-addresses'

// npm run reset-password -- person@example.org: a one-time link with which its owner chooses a new password.
runCommand(async ([email]) => {
  if (email === undefined) throw new OperatorError('Whose? npm run reset-password -- person@example.org')
  const { DATABASE_URL, DATA_DIR, PUBLIC_URL, HOST, PORT } = getEnvironment()
  const store = await openExistingStore(databasePlace({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR }))
  const { resetLinkForEmail } = await import('@/lib/account/reset-link-for-email')
  try {
    const token = await resetLinkForEmail(store, email, currentTime())
    if (token === null) throw new OperatorError(`There is no account with the e-mail address ${email}.`)
    console.log(`${PUBLIC_URL ?? listAddresses(HOST, PORT).here}/reset/${token}`)
  } finally {
    await store.close()
  }
})
