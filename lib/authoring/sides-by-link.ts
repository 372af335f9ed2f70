import { LOCALES, type Localized, type RenderedSide } from '@/lib/core/content/content'

const IMAGE = /(src="\/api\/v1\/media\/[0-9a-f]{64})"/g

/** A visitor who holds a deck's link and nothing else is shown its images by the link, too. */
export function sidesByLink(
  sides: Localized<RenderedSide>,
  link: string | undefined,
): Localized<RenderedSide> {
  if (link === undefined) return sides
  const withLink = (html: string) => html.replace(IMAGE, `$1?link=${encodeURIComponent(link)}"`)
  const shown: Localized<RenderedSide> = {}
  for (const locale of LOCALES) {
    const side = sides[locale]
    if (side) shown[locale] = { front: withLink(side.front), back: withLink(side.back) }
  }
  return shown
}
