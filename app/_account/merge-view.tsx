import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { accountText } from '../_text/account'
import { FormPage } from './form-page'
import { MergeForm } from './merge-form'

export function MergeView({ events, to, locale }: { events: number; to: string; locale: Locale }) {
  const text = getText(accountText, locale).merge
  return (
    <FormPage title={text.title} lead={text.lead(events)}>
      <p className="text-soft text-sm">{text.note}</p>
      <MergeForm to={to} />
    </FormPage>
  )
}
