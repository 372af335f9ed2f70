import type { Metadata } from 'next'
import { EditorView } from '@/app/_editor/editor-view'
import { loadEditor } from '@/app/_editor/load-editor'
import { inLocale } from '@/app/_decks/in-locale'
import { editorText } from '@/app/_text/editor'
import { pageDoor } from '@/lib/platform/door/page-door'
import { getText } from '@/lib/platform/i18n/get-text'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { store, actor, locale } = await pageDoor('account')
  const { title } = await loadEditor(store, actor, (await params).slug)
  return { title: getText(editorText, locale).titleOf(inLocale(title, locale)?.value ?? '') }
}

export default async function EditorPage({ params }: Props) {
  const { store, actor, locale } = await pageDoor('account')
  const deck = await loadEditor(store, actor, (await params).slug)
  return <EditorView deck={deck} userId={actor.userId} locale={locale} />
}
