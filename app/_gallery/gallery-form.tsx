import { LOCALES, type Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { galleryText } from '../_text/gallery'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { Select } from '../_ui/select'
import type { GalleryQuery } from './gallery-view'

const SIZES = ['', '20', '100', '500'] as const
const ORDERS = ['learners', 'newest', 'cards'] as const

/** A plain form: the address says what is searched, so it can be kept and passed on. */
export function GalleryForm({ query, locale }: { query: GalleryQuery; locale: Locale }) {
  const text = getText(galleryText, locale)
  return (
    <form
      method="get"
      role="search"
      key={JSON.stringify(query)}
      className="grid grid-cols-2 items-end gap-4 md:grid-cols-[1fr_9rem_12rem_11rem_auto]"
    >
      <div className="col-span-2 md:col-span-1">
        <Field label={text.search} type="search" name="search" defaultValue={query.search} maxLength={200} />
      </div>
      <Select
        label={text.language}
        name="language"
        defaultValue={query.language ?? ''}
        options={[
          { value: '', label: text.anyLanguage },
          ...LOCALES.map((of) => ({ value: of, label: text.languages[of] })),
        ]}
      />
      <Select
        label={text.size}
        name="minCards"
        defaultValue={query.minCards === undefined ? '' : String(query.minCards)}
        options={SIZES.map((size) => ({ value: size, label: text.sizes[size] }))}
      />
      <Select
        label={text.order}
        name="order"
        defaultValue={query.order}
        options={ORDERS.map((order) => ({ value: order, label: text.orders[order] }))}
      />
      <Button type="submit">{text.submit}</Button>
    </form>
  )
}
