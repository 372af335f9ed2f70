'use client'

import { useSyncExternalStore } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { settingsText } from '../_text/settings'
import { Button } from '../_ui/button'
import { Select } from '../_ui/select'

/** The browser's own list, so that the page need not carry four hundred names. */
let browserZones: readonly string[] | undefined
const NONE: readonly string[] = []
const listZones = () => (browserZones ??= Intl.supportedValuesOf('timeZone'))
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
const never = () => () => {}

export function TimeZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const text = useText(settingsText)
  const zones = useSyncExternalStore(never, listZones, () => NONE)
  const own = useSyncExternalStore(never, ownZone, () => value)
  const options = zones.includes(value) ? zones : [value, ...zones]
  return (
    <div className="grid justify-items-start gap-2">
      <div className="w-full">
        <Select
          label={text.timeZone}
          hint={text.timeZoneHint}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          options={options.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </div>
      {own === value ? null : (
        <Button look="quiet" className="-ms-3" onClick={() => onChange(own)}>
          {text.useBrowserZone(own.replaceAll('_', ' '))}
        </Button>
      )}
    </div>
  )
}
