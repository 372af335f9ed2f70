import type { Metadata } from 'next'
import { currentVisitor } from '@/lib/platform/door/page-door'
import type { TextModule } from '@/lib/platform/i18n/define-text'
import { getText } from '@/lib/platform/i18n/get-text'

/** The document's title in the reader's language: what a tab, a bookmark and a screen reader say first. */
export async function pageTitle<T>(text: TextModule<T>, pick: (text: T) => string): Promise<Metadata> {
  const { locale } = await currentVisitor()
  return { title: pick(getText(text, locale)) }
}
