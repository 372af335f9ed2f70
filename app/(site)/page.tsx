import { getText } from '@/lib/platform/i18n/get-text'
import { readLocale } from '@/lib/platform/i18n/read-locale'
import { CellDemo } from '../_home/cell-demo'
import { renderCell } from '../_home/render-cell'
import { homeText } from '../_text/home'

export default async function HomePage() {
  const text = getText(homeText, await readLocale())
  return (
    <section className="grid gap-8">
      <header className="grid gap-2">
        <h2 className="text-2xl">{text.cell.title}</h2>
        <p className="text-soft max-w-measure">{text.cell.lead}</p>
      </header>
      <CellDemo {...renderCell()} />
    </section>
  )
}
