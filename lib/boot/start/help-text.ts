import { environmentVariables } from '@/lib/platform/env'

export function helpText(): string {
  const names = Object.keys(environmentVariables)
  const width = Math.max(...names.map((name) => name.length)) + 2
  const lines = Object.entries(environmentVariables).map(
    ([name, { description, shownDefault }]) =>
      `  ${name.padEnd(width)}${description}\n  ${' '.repeat(width)}Unset: ${shownDefault}.`,
  )
  return [
    'npm start             build if anything changed, migrate the database, and serve',
    'npm run dev           the same for development, with pages rebuilt as you edit',
    '',
    'Environment values, all optional:',
    '',
    ...lines,
  ].join('\n')
}
