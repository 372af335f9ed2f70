import type { AccountView } from '@/lib/account/describe-account'
import type { SessionView } from '@/lib/account/list-sessions'
import type { TokenView } from '@/lib/account/token-view'
import type { Learner } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { settingsText } from '../_text/settings'
import { ButtonLink } from '../_ui/button-link'
import { buttonStyle } from '../_ui/button-style'
import { TextLink } from '../_ui/text-link'
import { DeleteAccount } from './delete-account'
import { EmailForm } from './email-form'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { ProviderList } from './provider-list'
import { SessionList } from './session-list'
import { SettingsSection } from './settings-section'
import { TokenList } from './token-list'

type AccountSettingsProps = {
  learner: Learner
  account: AccountView
  sessions: SessionView[]
  tokens: TokenView[]
  /** What the house's sign-in provider is called, if it has one. */
  provider: string | null
  locale: Locale
  now: number
}

export function AccountSettings({
  learner,
  account,
  sessions,
  tokens,
  provider,
  locale,
  now,
}: AccountSettingsProps) {
  const text = getText(settingsText, locale)
  return (
    <>
      {learner.guest ? (
        <SettingsSection title={text.account}>
          <p className="text-soft">{text.guestNote}</p>
          <div>
            <ButtonLink look="primary" href="/sign-up?from=/settings/account">
              {text.guestCreate}
            </ButtonLink>
          </div>
        </SettingsSection>
      ) : (
        <>
          <SettingsSection title={text.account}>
            <NameForm name={learner.name} />
            <EmailForm email={learner.email ?? ''} hasPassword={account.hasPassword} />
          </SettingsSection>
          <SettingsSection title={text.password} lead={text.passwordLead}>
            <PasswordForm email={learner.email ?? ''} hasPassword={account.hasPassword} />
          </SettingsSection>
          {provider ? (
            <SettingsSection title={text.linked}>
              <ProviderList providers={account.providers} name={provider} />
            </SettingsSection>
          ) : null}
        </>
      )}
      <SettingsSection title={text.sessions}>
        <SessionList sessions={sessions} now={now} />
      </SettingsSection>
      {learner.guest ? null : (
        <SettingsSection
          title={text.tokens}
          lead={
            <>
              {text.tokensLead} <TextLink href="/api-reference">{text.apiPage}</TextLink>
            </>
          }
        >
          <TokenList tokens={tokens} now={now} />
        </SettingsSection>
      )}
      <SettingsSection title={text.yourData} lead={text.downloadHint}>
        <div className="flex flex-wrap gap-3">
          {/* A download, not a page: a plain link, which the router must not fetch ahead. */}
          <a href="/api/v1/account/export" download className={buttonStyle('plain')}>
            {text.download}
          </a>
          <a href="/api/v1/account/review-history" download className={buttonStyle('plain')}>
            {text.reviewHistory}
          </a>
        </div>
      </SettingsSection>
      <SettingsSection title={text.deleteAccount} lead={text.deleteLead}>
        <DeleteAccount hasPassword={account.hasPassword} decks={account.ownedDecks} />
      </SettingsSection>
    </>
  )
}
