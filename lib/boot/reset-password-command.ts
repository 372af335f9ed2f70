import { currentTime } from '@/lib/platform/clock'
import { getEnvironment } from '@/lib/platform/env'
import { OperatorError } from '@/lib/platform/operator-error'
import { runCommand } from './run-command'
import { ensureClients } from './start/ensure-clients'
import { listAddresses } from './start/list-addresses'

// npm run reset-password -- person@example.org: a one-time link with which its owner chooses a new password.
runCommand(async ([email]) => {
  if (email === undefined) throw new OperatorError('Whose? npm run reset-password -- person@example.org')
  ensureClients()
  const { getStore } = await import('@/lib/store/get-store')
  const { resetLinkForEmail } = await import('@/lib/account/reset-link-for-email')
  const store = await getStore()
  try {
    const token = await resetLinkForEmail(store, email, currentTime())
    if (token === null) throw new OperatorError(`There is no account with the e-mail address ${email}.`)
    const { PUBLIC_URL, HOST, PORT } = getEnvironment()
    console.log(`${PUBLIC_URL ?? listAddresses(HOST, PORT).here}/reset/${token}`)
  } finally {
    await store.close()
  }
})
