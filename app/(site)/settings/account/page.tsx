import { AccountSettings } from '@/app/_settings/account-settings'
import { SettingsFrame } from '@/app/_settings/settings-frame'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { settingsText } from '@/app/_text/settings'
import { describeAccount } from '@/lib/account/describe-account'
import { listSessions } from '@/lib/account/list-sessions'
import { listTokens } from '@/lib/account/list-tokens'
import { signInWays } from '@/lib/account/sign-in-ways'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(settingsText, (text) => text.account)

export default async function AccountSettingsPage() {
  const { store, actor, learner, claims, locale, now } = await pageDoor('signed-in')
  const guestSessionId = claims?.guestSessionId ?? null
  const account = valueOrNotFound(await describeAccount(store, actor, { guestSessionId }, now))
  const sessions = valueOrNotFound(await listSessions(store, actor, undefined, now))
  const tokens = valueOrNotFound(await listTokens(store, actor))
  const provider = signInWays().oidc?.name ?? null
  return (
    <SettingsFrame locale={locale}>
      <AccountSettings {...{ learner, account, sessions, tokens, provider, locale, now }} />
    </SettingsFrame>
  )
}
