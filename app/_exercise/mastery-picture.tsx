import type { Locale } from '@/lib/core/content/content'
import type { ExerciseModule } from '@/lib/core/exercises/exercise'
import { MASTERED, type Mastery } from '@/lib/core/exercises/mastery'
import { getText } from '@/lib/platform/i18n/get-text'
import { practiceText } from '../_text/practice'
import { classNames } from '../_ui/class-names'
import { listGroups } from './list-groups'

type MasteryPictureProps = {
  exercises: readonly ExerciseModule[]
  skills: readonly Mastery[]
  next: string | null
  locale: Locale
}

/** All skills at one look: a column each, as full as it is mastered. The list below it says the same in words. */
export function MasteryPicture({ exercises, skills, next, locale }: MasteryPictureProps) {
  const text = getText(practiceText, locale)
  const levelOf = (id: string) => skills.find(({ skill }) => skill === id)?.level ?? 0
  const groups = listGroups(exercises)
  const mastered = exercises.filter(({ id }) => levelOf(id) >= MASTERED).length
  return (
    <figure className="grid gap-3">
      <div className="flex flex-wrap gap-x-6 gap-y-4" aria-hidden="true">
        {groups.map((group) => (
          <div key={group} className="grid gap-1.5">
            <div className="flex gap-1">
              {exercises
                .filter((exercise) => exercise.group === group)
                .map(({ id, name }) => (
                  <span
                    key={id}
                    title={name[locale]}
                    className={classNames(
                      'bg-sunk relative block h-12 w-5 overflow-hidden rounded-sm border',
                      id === next ? 'border-accent border-2' : 'border-outline',
                    )}
                  >
                    <span
                      className="bg-accent absolute inset-x-0 bottom-0"
                      style={{ height: `${Math.round(levelOf(id) * 100)}%` }}
                    />
                  </span>
                ))}
            </div>
            <span className="text-soft text-xs">{text.groups[group]}</span>
          </div>
        ))}
      </div>
      <figcaption className="text-soft text-sm">{text.picture(mastered, exercises.length)}</figcaption>
    </figure>
  )
}
