import type { Locale, Localized } from '@/lib/core/content/content'
import type { Db } from './db'
import type { DeckPublication } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson } from './json-column'

/** Which revision of which note, in the deck's order. */
export type Manifest = [noteId: string, revision: number][]

/** What differed from the version before. */
export type PublishCounts = {
  added: number
  changed: number
  unchanged: number
  removed: number
  moved: number
  /** Cards that were marked to be asked again. */
  askedAgain: number
  /** The version that was brought back. */
  restored?: number
}

export type DeckPublicationRow = Omit<
  WithMs<DeckPublication>,
  'title' | 'description' | 'locales' | 'manifest' | 'counts'
> & {
  title: Localized<string>
  description: Localized<string>
  locales: Locale[]
  manifest: Manifest
  counts: PublishCounts
}

export type DeckPublicationsTable = ReturnType<typeof deckPublicationsTable>

export const deckPublicationsTable = (db: Db) => ({
  async create(row: DeckPublicationRow): Promise<void> {
    await db.deckPublication.create({
      data: {
        ...row,
        at: toDate(row.at),
        title: writeJson(row.title),
        description: writeJson(row.description),
        locales: writeJson(row.locales),
        manifest: writeJson(row.manifest),
        counts: writeJson(row.counts),
      },
    })
  },

  async find(deckId: string, version: number): Promise<DeckPublicationRow | null> {
    const row = await db.deckPublication.findUnique({ where: { deckId_version: { deckId, version } } })
    return row && { ...withoutManifest(row), manifest: readJson<Manifest>(row.manifest) }
  },

  async has(deckId: string): Promise<boolean> {
    return (await db.deckPublication.findFirst({ where: { deckId }, select: { version: true } })) !== null
  },

  /** The newest first, without what they consist of. */
  async list(deckId: string, limit: number): Promise<Omit<DeckPublicationRow, 'manifest'>[]> {
    const rows = await db.deckPublication.findMany({
      where: { deckId },
      orderBy: { version: 'desc' },
      take: limit,
      omit: { manifest: true },
    })
    return rows.map(withoutManifest)
  },
})

const withoutManifest = (row: Omit<DeckPublication, 'manifest'>) => ({
  ...withMs(row),
  title: readJson<Localized<string>>(row.title),
  description: readJson<Localized<string>>(row.description),
  locales: readJson<Locale[]>(row.locales),
  counts: readJson<PublishCounts>(row.counts),
})
