'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import type { PackCard } from '@/lib/core/study/study-pack'
import type { ReviewMode } from '../_study/review-session'
import type { StudyEngine } from '../_study/study-engine'
import type { StudyState } from '../_study/study-state'
import { summarizeSession } from '../_study/summarize-session'
import { useEngine } from '../_study/use-study-house'
import { reviewText } from '../_text/review'
import { KEY_HINT } from '../_ui/key-hint'
import { MENU_ITEM, Menu } from '../_ui/menu'
import { ProgressBar } from '../_ui/progress-bar'
import { FLAG_COLOURS } from '../_study/flag-colours'
import { CloseIcon, MoreIcon, UndoIcon } from './review-icons'

type ReviewHeaderProps = {
  engine: StudyEngine
  study: StudyState
  startedAt: number
  left: number
  card: PackCard | null
  flag: number
  mode: ReviewMode
  onUndo: () => void
  onSuspend: () => void
  onBury: () => void
  onFlag: (flag: number) => void
  onInfo: () => void
  /** Null where the learner is no author of the card's deck. */
  onEdit: (() => void) | null
  onReport: () => void
  onLanguage: () => void
  onHelp: () => void
}

const ICON_BUTTON = 'text-soft hover:text-ink inline-flex size-11 items-center justify-center'
const FLAGS = [1, 2, 3, 4] as const

export function ReviewHeader(props: ReviewHeaderProps) {
  const { engine, study, startedAt, left, card, flag, mode } = props
  const text = useText(reviewText)
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  const done = summarizeSession(study, startedAt).answers
  const { replica, link } = useEngine(engine)
  const unsent = link === 'idle' || link === 'sending' ? 0 : replica.waiting.length
  const { counts } = study.queue
  return (
    <header className="bg-paper sticky top-0 z-10 pt-[env(safe-area-inset-top)]">
      <div className="mx-auto flex max-w-[46rem] items-center gap-1 px-1">
        <Link href="/today" aria-label={text.leave} className={ICON_BUTTON}>
          <CloseIcon />
        </Link>
        <p className="text-soft me-auto flex flex-wrap gap-x-3 px-1 text-sm tabular-nums">
          <span>{left > 0 ? text.left(left) : ''}</span>
          {mode.kind === 'due' && left > 0 ? (
            <span className="hidden sm:inline">
              {text.leftParts(counts.new, counts.learning, counts.review)}
            </span>
          ) : null}
          {mode.kind === 'due' ? null : <span>{text.modes[mode.kind]}</span>}
          {unsent > 0 ? <span className="text-caution">{text.unsent(unsent)}</span> : null}
        </p>
        <button
          type="button"
          onClick={props.onUndo}
          aria-label={text.undo}
          aria-keyshortcuts="Z"
          className={ICON_BUTTON}
        >
          <UndoIcon />
        </button>
        <Menu button={<MoreIcon />} name={text.more} buttonClassName="text-soft hover:text-ink">
          {card && mode.kind !== 'cram' ? (
            <>
              <MenuButton onClick={props.onBury} hint="-">
                {text.bury}
              </MenuButton>
              <MenuButton onClick={props.onSuspend} hint="@">
                {text.suspend}
              </MenuButton>
              <div role="group" aria-label={text.flag} className="flex items-center gap-1 px-2 py-1">
                {FLAGS.map((one) => (
                  <button
                    key={one}
                    type="button"
                    aria-pressed={flag === one}
                    onClick={() => props.onFlag(one)}
                    className="hover:bg-accent-wash aria-pressed:border-outline grid min-h-11 flex-1 content-center justify-items-center gap-1 rounded-sm border border-transparent px-1 text-xs"
                  >
                    <span
                      aria-hidden="true"
                      className="h-1 w-7 rounded-full"
                      style={{ background: FLAG_COLOURS[one] }}
                    />
                    {text.flags[one]}
                  </button>
                ))}
              </div>
            </>
          ) : null}
          {card ? (
            <MenuButton onClick={props.onInfo} hint="I">
              {text.info}
            </MenuButton>
          ) : null}
          {card && props.onEdit ? (
            <MenuButton onClick={props.onEdit} hint="E">
              {text.edit}
            </MenuButton>
          ) : null}
          {card ? (
            <MenuButton onClick={props.onReport} hint="R">
              {text.report}
            </MenuButton>
          ) : null}
          <MenuButton onClick={props.onLanguage} hint="L">
            <span lang={other}>{text.otherLanguage}</span>
          </MenuButton>
          <MenuButton onClick={props.onHelp} hint="?">
            {text.help}
          </MenuButton>
        </Menu>
      </div>
      <ProgressBar done={done} total={done + left} name={text.progress} />
    </header>
  )
}

function MenuButton(props: { onClick: () => void; hint: string; children: ReactNode }) {
  return (
    <button type="button" onClick={props.onClick} className={MENU_ITEM}>
      <span className="me-auto">{props.children}</span>
      <kbd aria-hidden="true" className={`text-soft font-sans text-xs ${KEY_HINT}`}>
        {props.hint}
      </kbd>
    </button>
  )
}
