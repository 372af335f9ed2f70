import type { Options } from 'rehype-sanitize'

/** Stands where a formula will be set; no author can write one, since raw HTML never becomes an element. */
export const FORMULA_ELEMENT = 'x-formula'

/** All that a card may contain: structure, links, pictures. No ids, no styles, no handlers. */
export const safeElements: Options = {
  tagNames: [
    'p',
    'br',
    'hr',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
    'img',
    FORMULA_ELEMENT,
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    p: [['className', 'card-heading']],
    code: [['className', /^language-[\w-]{1,40}$/]],
    [FORMULA_ELEMENT]: ['value'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['media'] },
  ancestors: { thead: ['table'], tbody: ['table'], tr: ['table'], th: ['table'], td: ['table'] },
  strip: ['script', 'style'],
  clobber: [],
}
