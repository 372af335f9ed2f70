const TAG = /\{\{([^{}]*)\}\}/g

export type TemplateUse = {
  html: string
  /** Fields that were asked for, by their filters: `type`, `cloze`. */
  typed: string[]
  clozed: string[]
  /** Filters that do more than show their field, such as furigana. */
  filters: string[]
}

type Fields = ReadonlyMap<string, string>

/**
 * An Anki template with its fields put in: `{{Field}}`, `{{filter:Field}}`, `{{#Field}}…{{/Field}}` for what is
 * shown only where the field is not empty, and `{{^Field}}…{{/Field}}` for the opposite. FrontSide is left out: here
 * the front always stands above the back.
 */
export function renderTemplate(template: string, fields: Fields, special: Fields): TemplateUse {
  const use: TemplateUse = { html: '', typed: [], clozed: [], filters: [] }
  const open: { name: string; isShown: boolean }[] = []
  const isShown = () => open.every((section) => section.isShown)
  let at = 0
  const write = (text: string) => {
    if (isShown()) use.html += text
  }
  for (const match of template.matchAll(TAG)) {
    write(template.slice(at, match.index))
    at = match.index + match[0].length
    const tag = match[1].trim()
    const name = tag.slice(1).trim()
    if (tag.startsWith('#') || tag.startsWith('^')) {
      const isEmpty = isEmptyField(fields.get(name) ?? special.get(name) ?? '')
      open.push({ name, isShown: tag.startsWith('#') ? !isEmpty : isEmpty })
    } else if (tag.startsWith('/')) {
      if (open.some((section) => section.name === name)) while (open.pop()?.name !== name);
    } else if (isShown()) write(valueOf(tag))
  }
  write(template.slice(at))
  return use

  function valueOf(tag: string): string {
    const parts = tag.split(':')
    const name = (parts.at(-1) ?? '').trim()
    const filters = parts.slice(0, -1).map((part) => part.trim().split(/\s/)[0])
    if (name === 'FrontSide') return ''
    const value = fields.get(name) ?? special.get(name) ?? ''
    if (filters.includes('type')) {
      use.typed.push(name)
      return ''
    }
    if (filters.includes('cloze')) use.clozed.push(name)
    for (const filter of filters) if (!SHOWS_ONLY.has(filter)) use.filters.push(filter)
    return filters.includes('text') ? value.replace(/<[^>]*>/g, ' ') : value
  }
}

const SHOWS_ONLY = new Set(['type', 'cloze', 'text', 'hint', 'edit', 'nc'])

/** Anki takes a field that holds nothing but markup without a picture for empty. */
export const isEmptyField = (html: string): boolean =>
  !/<(?:img|audio|video|object)\b/i.test(html) &&
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .trim() === ''
