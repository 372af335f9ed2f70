import { GalleryView } from '@/app/_gallery/gallery-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { galleryText } from '@/app/_text/gallery'
import { galleryQuery } from '@/lib/authoring/gallery/gallery-schemas'
import { listGallery } from '@/lib/authoring/gallery/list-gallery'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(galleryText, (text) => text.title)

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function GalleryPage({ searchParams }: Props) {
  const { store, actor, locale } = await pageDoor('anyone')
  const filled = Object.entries(await searchParams).filter(([, value]) => value !== '')
  const parsed = galleryQuery.safeParse(Object.fromEntries(filled))
  const query = parsed.success ? parsed.data : galleryQuery.parse({})
  const gallery = valueOrNotFound(await listGallery(store, actor, query))
  return <GalleryView gallery={gallery} query={query} locale={locale} />
}
