import { useId, type ReactNode } from 'react'

type SettingsSectionProps = { title: ReactNode; lead?: ReactNode; children: ReactNode }

export function SettingsSection({ title, lead, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <div className="grid gap-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {lead ? <p className="text-soft text-sm">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}
