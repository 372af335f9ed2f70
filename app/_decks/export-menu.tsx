'use client'

import { useEffect, useId, useRef, useState, type MouseEvent } from 'react'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { importsText } from '../_text/imports'
import { Button } from '../_ui/button'
import { Menu, MENU_ITEM } from '../_ui/menu'
import { ProgressBar } from '../_ui/progress-bar'
import { StatusLine } from '../_ui/status-line'
import { classNames } from '../_ui/class-names'
import { fetchExport, saveFile } from './save-export'

type Export = { href: string; words: string; carries: string; hasProgress: boolean }
type Making = { words: string; done: number; total: number; stop: AbortController }

/**
 * A deck as a file for another program, each kind with what it cannot carry. Plain links underneath, which a script and
 * a page that is not alive yet can follow; here a large one shows how far it is.
 */
export function ExportMenu({ slug, isEnrolled }: { slug: string; isEnrolled: boolean }) {
  const text = useText(importsText)
  const id = useId()
  const [making, setMaking] = useState<Making | null>(null)
  const [said, setSaid] = useState<{ tone: 'good' | 'danger'; words: string } | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const exported = (query: string) => `/api/v1/decks/${slug}/export?${query}`
  const { exports } = text
  const items: Export[] = [
    { href: exported('format=apkg'), ...exports.apkg, hasProgress: true },
    ...(isEnrolled
      ? [{ href: exported('format=apkg&scheduling=yes'), ...exports.apkgOwn, hasProgress: true }]
      : []),
    { href: exported('format=csv'), ...exports.csv, hasProgress: true },
    { href: `/api/v1/decks/${slug}/file`, ...exports.markdown, hasProgress: false },
    { href: exported('format=json'), ...exports.json, hasProgress: true },
  ]

  async function make(event: MouseEvent, { href, words, hasProgress }: Export) {
    if (!hasProgress || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (making) return
    const own = new AbortController()
    stop.current = own
    setSaid(null)
    setMaking({ words, done: 0, total: 0, stop: own })
    const made = await fetchExport(
      `${href}&progress=yes`,
      (done, total) => setMaking({ words, done, total, stop: own }),
      own.signal,
    )
    setMaking(null)
    if (made === null) return
    if (!made.ok) return setSaid({ tone: 'danger', words: made.message })
    saveFile(made.name, made.file)
    setSaid({ tone: 'good', words: text.exported(made.name) })
  }

  return (
    <>
      <Menu
        button={text.exportMenu}
        buttonClassName="justify-start! text-accent hover:text-accent-strong cursor-pointer text-sm underline underline-offset-4"
        className="inline-block"
        align="start"
      >
        <div className="w-80 max-w-[calc(100vw-3rem)]">
          {items.map((item, i) => (
            <a
              key={item.href}
              href={item.href}
              download
              aria-label={item.words}
              aria-describedby={`${id}-${i}`}
              onClick={(event) => void make(event, item)}
              className={classNames(MENU_ITEM, 'py-2')}
            >
              <span className="grid gap-0.5">
                <span>{item.words}</span>
                <span id={`${id}-${i}`} className="text-soft text-xs">
                  {item.carries}
                </span>
              </span>
            </a>
          ))}
        </div>
      </Menu>
      {making ? (
        <div className="order-last grid basis-full gap-2 pt-2">
          <div className="grid max-w-sm gap-2">
            <p className="text-soft flex flex-wrap justify-between gap-x-4 text-sm">
              <span role="status">{text.exporting(making.words)}</span>
              <span className="tabular-nums">
                {making.total > 0 ? text.share(making.done, making.total) : '\u00A0'}
              </span>
            </p>
            <ProgressBar
              done={making.done}
              total={Math.max(making.total, 1)}
              name={text.exporting(making.words)}
            />
            <div>
              <Button onClick={() => making.stop.abort()}>{text.stopExport}</Button>
            </div>
          </div>
        </div>
      ) : null}
      <StatusLine tone={said?.tone ?? 'good'} className="order-last basis-full">
        {said?.words}
      </StatusLine>
    </>
  )
}
