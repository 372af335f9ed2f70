'use client'

import type { NoteDifference } from '@/lib/authoring/publishing/get-difference'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { decksText } from '../_text/decks'
import { publishingText } from '../_text/publishing'
import { TextLink } from '../_ui/text-link'

type ProblemListProps = { slug: string; noteId: string; problems: NoteDifference['problems'] }

/** What keeps a note from being published, each with its place, and the way there. */
export function ProblemList({ slug, noteId, problems }: ProblemListProps) {
  const text = useText(publishingText)
  const decks = useText(decksText)
  const placeOf = ({ locale, part, line }: NoteDifference['problems'][number]) =>
    text.place(locale ? decks.languages[locale] : '', part ? text.parts[part] : '', line ?? null)
  return (
    <div className="bg-danger-wash grid gap-2 rounded-md px-4 py-3">
      <p className="text-danger text-sm font-medium">{text.unfinished}</p>
      <ul className="grid gap-1 text-sm">
        {problems.map((problem, i) => {
          const place = placeOf(problem)
          return (
            <li key={i}>
              <span className="text-soft">{place}</span>
              {problem.message}
            </li>
          )
        })}
      </ul>
      <p className="text-sm">
        <TextLink href={`/decks/${slug}/edit#${noteId}`} isAlone>
          {text.openInEditor}
        </TextLink>
      </p>
    </div>
  )
}
