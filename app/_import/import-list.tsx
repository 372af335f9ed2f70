import Link from 'next/link'
import type { ImportView } from '@/lib/authoring/exchange/get-import'
import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { importsText } from '../_text/imports'
import { EmptyState } from '../_ui/empty-state'

type ImportListProps = { imports: Omit<ImportView, 'choices'>[]; locale: Locale; timeZone: string }

/** Past imports, each a link to what it did and how to undo it. */
export function ImportList({ imports, locale, timeZone }: ImportListProps) {
  const text = getText(importsText, locale)
  return (
    <section aria-labelledby="past" className="grid gap-4">
      <h2 id="past" className="text-soft font-sans text-sm font-medium">
        {text.past}
      </h2>
      {imports.length === 0 ? (
        <EmptyState title={text.noPast}>{text.noPastHint}</EmptyState>
      ) : (
        <ul className="border-hairline border-b">
          {imports.map(({ id, fileName, status, createdAt, summary }) => (
            <li
              key={id}
              className="border-hairline group relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t py-4"
            >
              <Link
                href={`/decks/import/${id}`}
                className="group-hover:text-accent font-serif text-lg wrap-anywhere after:absolute after:inset-0 after:content-['']"
              >
                {fileName}
              </Link>
              <p className="text-soft text-sm">
                {[
                  text.statuses[status],
                  ...(summary ? [text.notes(summary.noteCount)] : []),
                  formatDateTime(locale, createdAt, timeZone),
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
