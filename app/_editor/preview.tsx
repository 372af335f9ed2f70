'use client'

import { useId, useState } from 'react'
import type { Locale, NoteDraft, RenderedSide } from '@/lib/core/content/content'
import { languageTag } from '@/lib/platform/i18n/language-tag'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { editorText } from '../_text/editor'
import { classNames } from '../_ui/class-names'
import { PatchedSide } from './patched-side'
import type { Preview as Rendered } from './render-preview'

type PreviewProps = {
  draft: NoteDraft
  rendered: Rendered | null
  ord: number
  onOrd: (ord: number) => void
  /** The languages to show, that which is being written in first chosen. */
  locales: Locale[]
  locale: Locale
  onLocale: (locale: Locale) => void
}

/** A card as learners get it: the same HTML with the same styles, front and back. */
export function Preview({ draft, rendered, ord, onOrd, locales, locale, onLocale }: PreviewProps) {
  const text = useText(editorText)
  const headingId = useId()
  const [isPhone, setPhone] = useState(false)
  const [isDark, setDark] = useState(false)
  const own = rendered?.sides[locale]
  const shownIn = isWritten(own) ? locale : locales.find((each) => isWritten(rendered?.sides[each]))
  const side = shownIn && rendered?.sides[shownIn]
  const ords = rendered?.ords ?? []
  const answers = draft.fields[locale]?.answers?.filter((answer) => answer.trim() !== '') ?? []
  return (
    <section aria-labelledby={headingId} className="editor-preview grid content-start gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={headingId} className="me-auto font-sans text-sm font-medium">
          {text.preview}
        </h2>
        {locales.length > 1
          ? locales.map((each) => (
              <Toggle key={each} isOn={each === locale} onPress={() => onLocale(each)}>
                {text.language[each]}
              </Toggle>
            ))
          : null}
        <Toggle isOn={isPhone} onPress={() => setPhone(!isPhone)}>
          {text.onPhone}
        </Toggle>
        <Toggle isOn={isDark} onPress={() => setDark(!isDark)}>
          {text.inDark}
        </Toggle>
      </div>
      {ords.length > 1 ? (
        <div role="group" aria-label={text.cards} className="flex flex-wrap gap-x-4">
          {ords.map((each) => (
            <Toggle key={each} isOn={each === ord} onPress={() => onOrd(each)}>
              {text.card(each + 1)}
            </Toggle>
          ))}
        </div>
      ) : null}
      <div
        data-testid="preview"
        className={classNames(
          'bg-paper text-ink border-hairline overflow-hidden rounded-lg border px-5 py-6',
          isDark && 'scheme-dark',
          isPhone && 'as-on-phone mx-auto w-full max-w-[390px]',
        )}
      >
        {rendered === null ? null : side && shownIn ? (
          <>
            {shownIn === locale ? null : (
              <p className="text-soft mb-4 text-sm">{text.previewOf(text.language[shownIn])}</p>
            )}
            <Caption>{text.previewFront}</Caption>
            <PatchedSide html={side.front} locale={shownIn} />
            {draft.kind === 'TYPED' ? (
              <p className="border-outline text-soft mt-5 rounded-md border px-3 py-2 text-sm">
                {text.typedHere}
              </p>
            ) : null}
            <hr className="border-hairline my-6" />
            <Caption>{text.previewBack}</Caption>
            <PatchedSide html={side.back} locale={shownIn} />
            {draft.kind === 'TYPED' && answers.length > 1 ? (
              <p className="text-soft mt-4 text-sm">
                {text.accepted}: <span lang={languageTag(locale)}>{answers.join(' · ')}</span>
              </p>
            ) : null}
          </>
        ) : (
          <p className="text-soft text-sm">{text.previewEmpty}</p>
        )}
      </div>
    </section>
  )
}

const isWritten = (side: RenderedSide | undefined): boolean =>
  side !== undefined && (side.front !== '' || side.back !== '')

function Caption({ children }: { children: string }) {
  return <p className="text-soft mb-2 text-xs">{children}</p>
}

function Toggle({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className="text-soft hover:text-ink aria-pressed:border-accent aria-pressed:text-ink min-h-9 border-b-2 border-transparent text-xs font-medium"
    >
      {children}
    </button>
  )
}
