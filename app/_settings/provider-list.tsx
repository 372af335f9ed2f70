import type { AccountView } from '@/lib/account/describe-account'
import type { Locale } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { settingsText } from '../_text/settings'
import { SettingsSection } from './settings-section'

/** Sign-ins at providers that open this account; nothing where there are none. */
export function ProviderList({ providers, locale }: { providers: AccountView['providers']; locale: Locale }) {
  const text = getText(settingsText, locale)
  if (providers.length === 0) return null
  return (
    <SettingsSection title={text.linked}>
      <ul className="border-hairline border-b">
        {providers.map(({ provider, label, createdAt }) => (
          <li key={provider} className="border-hairline border-t py-3">
            {label || provider}
            <span className="text-soft text-sm"> · {text.linkedSince(formatDate(locale, createdAt))}</span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}
