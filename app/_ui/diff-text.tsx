import { diffWords } from '@/lib/core/text/diff-words'
import { classNames } from './class-names'

type DiffTextProps = { before: string; after: string; lang?: string; className?: string }

/** What became of a text, as <del> and <ins>: struck and underlined, so that colour is not the only sign. */
export function DiffText({ before, after, lang, className }: DiffTextProps) {
  return (
    <p lang={lang} dir="auto" className={classNames('break-words whitespace-pre-wrap', className)}>
      {diffWords(before, after).map(({ kind, text }, i) =>
        kind === 'same' ? (
          <span key={i}>{text}</span>
        ) : kind === 'removed' ? (
          <del key={i} className="bg-danger-wash text-danger decoration-danger">
            {text}
          </del>
        ) : (
          <ins key={i} className="bg-accent-wash text-accent-strong decoration-accent">
            {text}
          </ins>
        ),
      )}
    </p>
  )
}
