import { classParams } from '@/lib/classroom/class-schemas'
import { getFigures } from '@/lib/classroom/get-figures'
import { writeFiguresTable } from '@/lib/classroom/write-figures-table'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'teach',
  summary: 'The learners of a class that you teach as a table for a spreadsheet (CSV).',
  params: classParams,
  limit: { name: 'class-figures', points: 120, seconds: 600 },
  handler: async ({ store, actor, params, locale, now }) => {
    const figures = await getFigures(store, actor, params, now)
    if (!figures.ok) return figures
    const day = new Date(now).toISOString().slice(0, 10)
    return new Response(writeFiguresTable(figures.value, locale), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="class-${day}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
