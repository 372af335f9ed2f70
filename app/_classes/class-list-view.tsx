import type { ClassSummary } from '@/lib/classroom/list-classes'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { JoinByCode } from './join-by-code'
import { MakeClass } from './make-class'

type ClassListViewProps = { classes: ClassSummary[]; canMake: boolean; locale: Locale }

export function ClassListView({ classes, canMake, locale }: ClassListViewProps) {
  const text = getText(classesText, locale)
  const groups = [
    { title: text.taught, classes: classes.filter(({ isTaught }) => isTaught) },
    { title: text.joined, classes: classes.filter(({ isTaught }) => !isTaught) },
  ].filter((group) => group.classes.length > 0)
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-10">
          {groups.length === 0 ? (
            <div className="grid gap-2">
              <p className="font-serif text-xl">{text.none}</p>
              <p className="text-soft">{text.noneHint}</p>
            </div>
          ) : null}
          {groups.map((group) => (
            <section key={group.title}>
              <h2 className="text-lg">{group.title}</h2>
              <ul className="border-hairline mt-2 border-b">
                {group.classes.map(({ id, name, learners, isArchived }) => (
                  <li
                    key={id}
                    className="border-hairline grid items-baseline gap-x-4 border-t pb-3 sm:flex sm:pb-0"
                  >
                    <TextLink href={`/classes/${id}`} isAlone className="font-serif text-lg break-words">
                      {name}
                    </TextLink>
                    <span className="text-soft text-sm">
                      {[learners === null ? '' : text.learners(learners), isArchived ? text.archived : '']
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div className="grid content-start gap-10">
          <JoinByCode />
          {canMake ? <MakeClass /> : null}
        </div>
      </div>
    </>
  )
}
