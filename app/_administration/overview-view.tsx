import type { ReactNode } from 'react'
import type { HouseCheckState } from '@/lib/administration/checking/house-check-state'
import type { HouseDescription } from '@/lib/administration/describe-house'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime, formatNumber } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { SettingsSection } from '../_settings/settings-section'
import { administrationText } from '../_text/administration'
import { AdministrationFrame } from './administration-frame'
import { BackupTable } from './backup-table'
import { CheckButton } from './check-button'
import { formatBytes } from './format-bytes'

type OverviewViewProps = { house: HouseDescription; check: HouseCheckState; locale: Locale; timeZone: string }

const FIGURES = ['accounts', 'guests', 'decks', 'notes', 'cards', 'events', 'attempts'] as const

export function OverviewView({ house, check, locale, timeZone }: OverviewViewProps) {
  const text = getText(administrationText, locale)
  const { figures, backups } = house
  const [last] = backups ?? []
  return (
    <AdministrationFrame title={text.title}>
      <div className="grid items-start gap-x-16 gap-y-14 lg:grid-cols-2">
        <SettingsSection title={text.health}>
          <dl className="border-hairline border-b">
            <Fact name={text.version}>{house.version}</Fact>
            <Fact name={text.node}>{house.node}</Fact>
            <Fact name={text.upSince}>{formatDateTime(locale, house.upSince, timeZone)}</Fact>
            <Fact name={text.lastBackup}>
              {backups === null
                ? text.byPostgres
                : last
                  ? formatDateTime(locale, last.madeAt, timeZone)
                  : text.noBackup}
            </Fact>
            <Fact name={text.migrations}>
              {house.migrations.map((name) => (
                <span key={name} className="block break-all">
                  {name}
                </span>
              ))}
            </Fact>
          </dl>
          <CheckButton initial={check} timeZone={timeZone} />
        </SettingsSection>
        <SettingsSection title={text.storage}>
          <dl className="border-hairline border-b">
            <Fact name={text.databaseOf(text.database[house.database])}>
              {formatBytes(locale, house.databaseBytes)}
            </Fact>
            {house.freeBytes === null ? null : (
              <Fact name={text.free}>{formatBytes(locale, house.freeBytes)}</Fact>
            )}
            <Fact name={text.images}>
              {text.imagesOf(figures.images, formatBytes(locale, figures.imageBytes))}
            </Fact>
            {FIGURES.map((name) => (
              <Fact key={name} name={text.figures[name]}>
                {formatNumber(locale, figures[name])}
              </Fact>
            ))}
          </dl>
        </SettingsSection>
        {backups && backups.length > 0 ? (
          <SettingsSection title={text.backups}>
            <BackupTable backups={backups} locale={locale} timeZone={timeZone} />
          </SettingsSection>
        ) : null}
      </div>
    </AdministrationFrame>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-hairline grid grid-cols-[9rem_minmax(0,1fr)] gap-4 border-t py-2.5 text-sm">
      <dt className="text-soft">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
