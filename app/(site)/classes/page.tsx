import { ClassListView } from '@/app/_classes/class-list-view'
import { pageTitle } from '@/app/_shell/page-title'
import { valueOrNotFound } from '@/app/_shell/value-or-not-found'
import { classesText } from '@/app/_text/classes'
import { listClasses } from '@/lib/classroom/list-classes'
import { pageDoor } from '@/lib/platform/door/page-door'

export const generateMetadata = () => pageTitle(classesText, (text) => text.title)

export default async function ClassesPage() {
  const { store, actor, locale } = await pageDoor('signed-in')
  const { classes, canMake } = valueOrNotFound(await listClasses(store, actor))
  return <ClassListView classes={classes} canMake={canMake} locale={locale} />
}
