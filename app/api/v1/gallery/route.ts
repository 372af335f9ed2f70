import { galleryAnswer, galleryQuery } from '@/lib/authoring/gallery/gallery-schemas'
import { listGallery } from '@/lib/authoring/gallery/list-gallery'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'Decks that people have published for everybody, twenty a page.',
  query: galleryQuery,
  answer: galleryAnswer,
  limit: { name: 'gallery', points: 120, seconds: 60 },
  handler: ({ store, actor, query }) => listGallery(store, actor, query),
})
