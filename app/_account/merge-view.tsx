import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { accountText } from '../_text/account'
import { FormPage } from './form-page'
import { MergeForm } from './merge-form'

type MergeViewProps = { events: number; classes: number; to: string; locale: Locale }

export function MergeView({ events, classes, to, locale }: MergeViewProps) {
  const text = getText(accountText, locale).merge
  return (
    <FormPage title={text.title} lead={text.lead(events)}>
      {classes > 0 ? <p className="text-sm">{text.classes(classes)}</p> : null}
      <p className="text-soft text-sm">{text.note}</p>
      <MergeForm to={to} />
    </FormPage>
  )
}
