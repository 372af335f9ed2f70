import type { HouseDescription } from '@/lib/administration/describe-house'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { administrationText } from '../_text/administration'
import { formatBytes } from './format-bytes'

type BackupTableProps = {
  backups: NonNullable<HouseDescription['backups']>
  locale: Locale
  timeZone: string
}

export function BackupTable({ backups, locale, timeZone }: BackupTableProps) {
  const text = getText(administrationText, locale)
  return (
    <table className="w-full text-sm">
      <thead className="text-soft text-xs">
        <tr>
          <th scope="col" className="pe-4 pb-2 text-start font-normal">
            {text.when}
          </th>
          <th scope="col" className="pe-4 pb-2 text-start font-normal">
            {text.why}
          </th>
          <th scope="col" className="pb-2 text-end font-normal">
            {text.size}
          </th>
        </tr>
      </thead>
      <tbody className="border-hairline border-b">
        {backups.map(({ madeAt, reason, bytes }) => (
          <tr key={`${madeAt} ${reason}`} className="border-hairline border-t">
            <th scope="row" className="py-2 pe-4 text-start font-normal">
              {formatDateTime(locale, madeAt, timeZone)}
            </th>
            <td className="text-soft py-2 pe-4">{text.reasons[reason] ?? reason}</td>
            <td className="py-2 text-end whitespace-nowrap tabular-nums">{formatBytes(locale, bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
