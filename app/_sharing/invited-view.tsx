import type { Invite } from '@/lib/authoring/members/find-invite'
import type { Locale } from '@/lib/core/content/content'
import { formatDate } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { FormPage } from '../_account/form-page'
import { LocalizedText } from '../_decks/localized-text'
import { accountText } from '../_text/account'
import { sharingText } from '../_text/sharing'
import { ButtonLink } from '../_ui/button-link'
import { AcceptForm } from './accept-form'

type InvitedViewProps = {
  token: string
  /** Null when the link opens nothing any more. */
  invite: Invite | null
  hasAccount: boolean
  timeZone: string | undefined
  locale: Locale
}

export function InvitedView({ token, invite, hasAccount, timeZone, locale }: InvitedViewProps) {
  const text = getText(sharingText, locale).invited
  if (!invite) {
    return (
      <FormPage title={text.spent} lead={text.spentLead}>
        <ButtonLink href="/decks">{text.home}</ButtonLink>
      </FormPage>
    )
  }
  const account = getText(accountText, locale)
  const back = `?from=${encodeURIComponent(`/invited/${token}`)}`
  return (
    <FormPage
      title={<LocalizedText text={invite.title} locale={locale} />}
      lead={text.lead(invite.by, text.as[invite.role])}
    >
      <div className="grid gap-5">
        <div className="text-soft grid gap-1 text-sm">
          <p>{text.means[invite.role]}</p>
          <p>{text.until(formatDate(locale, invite.expiresAt, timeZone))}</p>
        </div>
        {invite.isIn ? (
          <>
            <p>{text.isIn}</p>
            <ButtonLink look="primary" href={`/decks/${invite.slug}`}>
              {text.toDeck}
            </ButtonLink>
          </>
        ) : hasAccount ? (
          <AcceptForm token={token} />
        ) : (
          <>
            <p>{text.needAccount}</p>
            <ButtonLink look="primary" href={`/sign-up${back}`}>
              {account.signUp.title}
            </ButtonLink>
            <ButtonLink href={`/sign-in${back}`}>{account.signIn.title}</ButtonLink>
          </>
        )}
      </div>
    </FormPage>
  )
}
