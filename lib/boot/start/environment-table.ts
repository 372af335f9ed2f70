import { environmentVariables } from '@/lib/platform/env'

/** The table of README.md. */
export function environmentTable(): string {
  const rows = Object.entries(environmentVariables).map(
    ([name, { description, shownDefault }]) => `| \`${name}\` | ${description} | ${shownDefault} |`,
  )
  return ['| Name | What it does | When unset |', '| --- | --- | --- |', ...rows].join('\n')
}
