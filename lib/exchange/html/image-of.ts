import type { HtmlContext } from './html-to-markdown'

/** Where a picture of the file comes to be, and its name where its author gave it none; null when it is not there. */
export function imageOf(src: string, alt: string, context: HtmlContext): { src: string; alt: string } | null {
  const hash = context.imageOf(src)
  if (hash === null) return null
  if (alt === '') context.lose('image-alt', src)
  return {
    src: `media:${hash}`,
    alt: alt === '' ? nameOfFile(src) : alt.replace(/\s+/g, ' ').slice(0, 500),
  }
}

const nameOfFile = (src: string) =>
  src
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[a-z]{3,4}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, 80) || '—'
