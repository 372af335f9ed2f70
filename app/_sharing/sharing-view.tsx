import type { DeckSharing } from '@/lib/authoring/change-deck'
import type { Members } from '@/lib/authoring/members/list-members'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { SettingsSection } from '../_settings/settings-section'
import { sharingText } from '../_text/sharing'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { InviteForm } from './invite-form'
import { MemberList } from './member-list'
import { VisibilityForm } from './visibility-form'

type SharingViewProps = {
  slug: string
  title: string
  members: Members
  /** The owner's alone. */
  sharing: (DeckSharing & { barredReason: string | null }) | null
  timeZone: string
  locale: Locale
}

export function SharingView({ slug, title, members, sharing, timeZone, locale }: SharingViewProps) {
  const text = getText(sharingText, locale)
  return (
    <>
      <p className="-mt-4 mb-2 text-sm">
        <TextLink href={`/decks/${slug}`} isAlone>
          {text.back}
        </TextLink>
      </p>
      <PageHeader title={text.titleOf(title)} />
      <div className="grid max-w-measure gap-14">
        {sharing ? (
          <SettingsSection title={text.who} lead={text.whoLead}>
            <VisibilityForm slug={slug} sharing={sharing} />
          </SettingsSection>
        ) : null}
        <SettingsSection title={text.authors} lead={text.authorsLead}>
          <MemberList slug={slug} members={members.members} canOwn={members.canOwn} />
        </SettingsSection>
        {members.canOwn ? (
          <SettingsSection title={text.invite} lead={text.inviteLead}>
            <InviteForm slug={slug} invites={members.invites} timeZone={timeZone} />
          </SettingsSection>
        ) : null}
      </div>
    </>
  )
}
