import { CONTROL } from '../_ui/field'

type RoleSelectProps<R extends string> = {
  /** Whose role it is. */
  label: string
  roles: readonly R[]
  names: Record<R, string>
  value: string
  onChange: (role: R) => void
}

/** What somebody is here, to be changed in place. */
export function RoleSelect<R extends string>({ label, roles, names, value, onChange }: RoleSelectProps<R>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => {
        const role = roles.find((of) => of === event.currentTarget.value)
        if (role) onChange(role)
      }}
      className={CONTROL}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {names[role]}
        </option>
      ))}
    </select>
  )
}
