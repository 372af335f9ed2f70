import Link from 'next/link'
import type { Locale } from '@/lib/core/content/content'
import type { ExerciseModule } from '@/lib/core/exercises/exercise'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { MASTERED, type Mastery } from '@/lib/core/exercises/mastery'
import { formatShare } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import type { MasteryReport } from '@/lib/practice/list-mastery'
import { LocalizedText } from '../_decks/localized-text'
import { practiceText } from '../_text/practice'
import { ButtonLink } from '../_ui/button-link'
import { PageHeader } from '../_ui/page-header'
import { listGroups } from './list-groups'
import { MasteryPicture } from './mastery-picture'

/** The ladder: every skill with how well it is had, and the next one to practise. */
export function PracticeView({ report, locale }: { report: MasteryReport; locale: Locale }) {
  const text = getText(practiceText, locale)
  const exercises = listExercises()
  const groups = listGroups(exercises)
  const next = exercises.find(({ id }) => id === report.next)
  return (
    <div className="grid gap-10">
      <PageHeader
        title={text.heading}
        lead={text.lead}
        actions={
          <>
            <ButtonLink href="/quiz">{text.quiz}</ButtonLink>
            {next ? (
              <ButtonLink href={`/practice/${next.id}`} look="primary">
                {text.start(next.name[locale])}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <MasteryPicture exercises={exercises} skills={report.skills} next={report.next} locale={locale} />
      {next ? null : <p>{text.allMastered}</p>}
      {groups.map((group) => (
        <section key={group} className="grid gap-2">
          <h2 className="text-xl">{text.groups[group]}</h2>
          <ul className="divide-hairline border-hairline divide-y border-y">
            {exercises
              .filter((exercise) => exercise.group === group)
              .map((exercise) => (
                <SkillRow
                  key={exercise.id}
                  exercise={exercise}
                  mastery={report.skills.find(({ skill }) => skill === exercise.id)}
                  locale={locale}
                />
              ))}
          </ul>
        </section>
      ))}
      {report.own.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="text-xl">{text.own}</h2>
          <p className="text-soft text-sm">{text.ownLead}</p>
          <ul className="divide-hairline border-hairline divide-y border-y">
            {report.own.map(({ skill, title, deck, level, attempts }) => (
              <li key={skill} className="grid items-center gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_14rem]">
                <div className="grid gap-0.5">
                  <p className="font-medium">
                    <LocalizedText text={title} locale={locale} />
                  </p>
                  <Link href={`/decks/${deck.slug}`} className="text-soft min-h-6 text-sm hover:underline">
                    <LocalizedText text={deck.title} locale={locale} />
                  </Link>
                </div>
                <LevelBar level={level} attempts={attempts} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function SkillRow({
  exercise,
  mastery,
  locale,
}: {
  exercise: ExerciseModule
  mastery: Mastery | undefined
  locale: Locale
}) {
  return (
    <li className="grid items-center gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_14rem]">
      <div className="grid gap-0.5">
        <Link href={`/practice/${exercise.id}`} className="font-medium hover:underline">
          {exercise.name[locale]}
        </Link>
        <p className="text-soft text-sm">{exercise.about[locale]}</p>
      </div>
      <LevelBar level={mastery?.level ?? 0} attempts={mastery?.attempts ?? 0} locale={locale} />
    </li>
  )
}

function LevelBar({ level, attempts, locale }: { level: number; attempts: number; locale: Locale }) {
  const text = getText(practiceText, locale)
  const percent = formatShare(locale, level)
  const said = level >= MASTERED ? text.mastered : attempts > 0 ? text.levelOf(percent) : text.notYet
  return (
    <div className="grid gap-1">
      <span className="bg-sunk border-hairline h-2 overflow-hidden rounded-full border" aria-hidden="true">
        <span className="bg-accent block h-full" style={{ width: `${Math.round(level * 100)}%` }} />
      </span>
      <span className="text-soft text-xs">{said}</span>
    </div>
  )
}
