'use client'

import { memo, useEffect, useState } from 'react'
import type { Locale } from '@/lib/core/content/content'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { TextArea } from '../_editor/text-area'
import { fromNotesText } from '../_text/from-notes'
import { Button } from '../_ui/button'
import { CardSide } from '../_ui/card-side'
import { classNames } from '../_ui/class-names'
import type { Decided } from './use-proposals'

type Change = Partial<Pick<Decided, 'front' | 'back' | 'decision'>>

type ProposalRowProps = {
  proposal: Decided
  locale: Locale
  source: string
  onChange: (id: string, change: Change) => void
}

/** A proposal beside the lines that it came from. */
export const ProposalRow = memo(function ProposalRow({
  proposal,
  locale,
  source,
  onChange,
}: ProposalRowProps) {
  const text = useText(fromNotesText)
  const [isEditing, setEditing] = useState(false)
  // Only in the browser are there proposals, so its width is known.
  const [isWide] = useState(() => matchMedia('(min-width: 64rem)').matches)
  const { id, rule, kind, front, back, origin, alsoAt, remarks, decision } = proposal
  const rendered = useRendered(proposal, locale)
  const where = [
    text.from(origin.firstLine, origin.lastLine),
    ...(alsoAt.length > 0 ? [text.again(alsoAt.join(', '))] : []),
    ...(origin.headings.length > 1 ? [text.under(origin.headings.slice(0, -1).join(' › '))] : []),
  ].join(', ')
  const name = front.replace(/\s+/g, ' ').slice(0, 80)
  return (
    <li
      className={classNames(
        'proposal border-hairline grid gap-x-8 gap-y-3 border-t py-5 lg:grid-cols-[2fr_1fr]',
      )}
      data-rule={rule}
    >
      <div className={classNames('grid min-w-0 content-start gap-3', decision === 'dropped' && 'opacity-60')}>
        <p className="text-soft text-xs">
          <span className="text-ink font-medium">{text.rules[rule]}</span> · {text.kinds[kind]} · {where}
        </p>
        {isEditing ? (
          <div className="grid gap-3 sm:grid-cols-2">
            <TextArea
              label={text.front}
              value={front}
              onChange={(value) => onChange(id, { front: value })}
              locale={locale}
              problems={[]}
              isReadOnly={false}
              rows={4}
              hasGaps={kind === 'CLOZE'}
            />
            <TextArea
              label={text.back}
              value={back}
              onChange={(value) => onChange(id, { back: value })}
              locale={locale}
              problems={[]}
              isReadOnly={false}
              rows={4}
            />
          </div>
        ) : decision === 'dropped' ? (
          <p className="truncate text-sm">{name}</p>
        ) : (
          <div className="note-row grid gap-x-8 gap-y-3 sm:grid-cols-2">
            {rendered ? (
              <>
                <CardSide html={rendered.front} locale={locale} />
                <CardSide html={rendered.back} locale={locale} />
              </>
            ) : (
              <p className="text-sm whitespace-pre-wrap">{front}</p>
            )}
          </div>
        )}
        {remarks.length > 0 && decision !== 'dropped' ? (
          <ul className="text-caution text-sm">
            {remarks.map((remark) => (
              <li key={remark}>{text.remarks[remark]}</li>
            ))}
          </ul>
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          {decision === 'open' ? (
            <>
              <Button
                onClick={() => onChange(id, { decision: 'taken' })}
                aria-label={`${text.take}: ${name}`}
              >
                {text.take}
              </Button>
              <Button
                look="quiet"
                onClick={() => setEditing(!isEditing)}
                aria-label={`${isEditing ? text.done : text.edit}: ${name}`}
              >
                {isEditing ? text.done : text.edit}
              </Button>
              <Button
                look="quiet"
                onClick={() => onChange(id, { decision: 'dropped' })}
                aria-label={`${text.drop}: ${name}`}
              >
                {text.drop}
              </Button>
            </>
          ) : (
            <>
              <span
                className={classNames(
                  'text-sm font-medium',
                  decision === 'taken' ? 'text-good' : 'text-soft',
                )}
              >
                {decision === 'taken' ? `✓ ${text.taken}` : text.dropped}
              </span>
              <Button
                look="quiet"
                onClick={() => onChange(id, { decision: 'open' })}
                aria-label={`${text.putBack}: ${name}`}
              >
                {text.putBack}
              </Button>
            </>
          )}
        </div>
      </div>
      {decision === 'dropped' ? null : (
        <details className="min-w-0 text-sm" open={isWide}>
          <summary className="text-soft min-h-8">
            {text.source}: {text.from(origin.firstLine, origin.lastLine)}
          </summary>
          <pre
            className="bg-sunk mt-2 max-h-64 overflow-auto rounded-md p-3 font-mono text-xs whitespace-pre-wrap"
            tabIndex={0}
          >
            {source}
          </pre>
        </details>
      )}
    </li>
  )
})

type Renderer = typeof import('@/lib/platform/markdown/render-markdown')
let renderer: Promise<Renderer> | undefined

/** By the renderer that shows it to learners, which comes after the page. */
function useRendered({ kind, front, back }: Decided, locale: Locale) {
  const [rendered, setRendered] = useState<{ front: string; back: string } | null>(null)
  useEffect(() => {
    let isGone = false
    renderer ??= import('@/lib/platform/markdown/render-markdown')
    void renderer.then(({ renderMarkdown }) => {
      if (isGone) return
      const cloze = kind === 'CLOZE' ? undefined : null
      setRendered({
        front: renderMarkdown(front, { locale, cloze }).html,
        back: renderMarkdown(back, { locale, cloze: null }).html,
      })
    })
    return () => {
      isGone = true
    }
  }, [kind, front, back, locale])
  return rendered
}
