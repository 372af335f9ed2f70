import { LineCounter, parseDocument } from 'yaml'

const MAX_YAML_LENGTH = 20_000

export type ReadYaml =
  { ok: true; value: Record<string, unknown> } | { ok: false; line: number; detail: string }

/** A small block of YAML: a mapping, without aliases, tags of its own or repeated keys. Lines count from 1. */
export function readYaml(text: string, most = MAX_YAML_LENGTH): ReadYaml {
  if (text.length > most) return { ok: false, line: 1, detail: `> ${most}` }
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, { schema: 'core', uniqueKeys: true, strict: true, lineCounter })
    const error = document.errors[0] ?? document.warnings[0]
    if (error) {
      return { ok: false, line: lineCounter.linePos(error.pos[0]).line, detail: firstLine(error.message) }
    }
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    if (value === null || value === undefined) return { ok: true, value: {} }
    if (!isMapping(value)) return { ok: false, line: 1, detail: 'key: value' }
    return { ok: true, value }
  } catch (error) {
    // Aliases and absurd nesting are reported by throwing.
    return { ok: false, line: 1, detail: error instanceof Error ? firstLine(error.message) : '' }
  }
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const firstLine = (message: string) => message.split('\n')[0].replace(/ at line \d+, column \d+:?$/, '')
