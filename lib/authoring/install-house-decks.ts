import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '@/lib/platform/new-id'
import { RENDERING_VERSION } from '@/lib/platform/markdown/rendering-version'
import type { Store } from '@/lib/store/store'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { describeDeckProblem } from './deck-problem-text'
import { prepareDeck, type PreparedDeck } from './prepare-deck'
import { enrolWhoStudiesAll } from './enrol-who-studies-all'
import { planPublication } from './plan-publication'
import { checkImages, storeImages, type CheckedImage } from './store-images'
import { writePublication } from './write-publication'

export type InstalledDeck = { key: string; outcome: 'created' | 'updated' | 'unchanged'; cards: number }

/**
 * The house's own decks: every `*.md` of the folder, with the pictures of its `media` folder, through the reader that
 * instructors use. Run at each start; a deck whose file has not changed costs one look at its hash. Creates and
 * corrects content, never a memory. Throws when a file is wrong: that is a mistake of the house, not of its visitor.
 */
export async function installHouseDecks(store: Store, folder: string, now: number): Promise<InstalledDeck[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const images = await readImages(path.join(folder, 'media'))
  const installed: InstalledDeck[] = []
  for (const [position, file] of files.entries()) {
    const text = await readFile(path.join(folder, file), 'utf8')
    installed.push(await installDeck(store, { file, text, images, position }, now))
  }
  return installed
}

type Source = { file: string; text: string; images: CheckedImage[]; position: number }

async function installDeck(store: Store, source: Source, now: number): Promise<InstalledDeck> {
  const { file, text, images, position } = source
  const sourceHash = createHash('sha256')
    .update(
      `${RENDERING_VERSION}\n${position}\n${images.map(({ name, sha256 }) => `${name} ${sha256}\n`).join('')}${text}`,
    )
    .digest('hex')

  const key = /^deck:\s*([a-z0-9-]+)\s*$/m.exec(text)?.[1] ?? ''
  const before = await store.decks.findByKey(null, key)
  if (before?.sourceHash === sourceHash) {
    const cards = (await store.decks.countCards([before.id])).get(before.id) ?? 0
    return { key, outcome: 'unchanged', cards }
  }

  const prepared = await prepareDeck(text, images)
  if (!prepared.ok) {
    const lines = prepared.problems.map(
      (problem) => `${file}:${problem.line}: ${describeDeckProblem(problem, 'en')}`,
    )
    throw new Error(`The deck ${file} cannot be read.\n${lines.join('\n')}`)
  }
  const { deck } = prepared
  try {
    return await write(store, deck, { sourceHash, images, position }, now)
  } catch (error) {
    // Several servers start at once on PostgreSQL: one of them created it first, so there is now a deck to update.
    if (!isUniqueViolation(error)) throw error
    return await write(store, deck, { sourceHash, images, position }, now)
  }
}

async function write(
  store: Store,
  deck: PreparedDeck,
  source: { sourceHash: string; images: CheckedImage[]; position: number },
  now: number,
): Promise<InstalledDeck> {
  const { key, title, description, locales } = deck
  const { sourceHash, images, position } = source
  const cards = deck.notes.reduce((sum, note) => sum + note.content.cards.length, 0)
  for (;;) {
    const before = await store.decks.findByKey(null, key)
    if (before?.sourceHash === sourceHash) return { key, outcome: 'unchanged', cards }
    const id = before?.id ?? newId(now)
    const version = (before?.version ?? 0) + 1
    const plan = await planPublication(store, { id, version }, deck.notes, now)
    const isWritten = await store.transaction(async (tables) => {
      if (before) {
        const change = { title, description, locales, sourceHash, position }
        if (!(await tables.decks.update(id, before.version, change, now))) return false
      } else {
        await tables.decks.create({
          id,
          slug: key,
          ownerId: null,
          key,
          sourceHash,
          title,
          description,
          locales,
          visibility: 'PUBLIC',
          version,
          position,
          createdAt: now,
          updatedAt: now,
        })
      }
      await storeImages(tables, id, images, deck.media, now)
      const published = { id, version, title, description, locales }
      await writePublication(tables, plan, { before, deck: published, byId: null }, now)
      if (!before) await enrolWhoStudiesAll(tables, id, now)
      return true
    })
    if (isWritten) return { key, outcome: before ? 'updated' : 'created', cards }
  }
}

async function readImages(folder: string): Promise<CheckedImage[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => /\.(png|jpe?g|webp|gif)$/.test(name)).sort()
  const read = await Promise.all(
    files.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(path.join(folder, name))) })),
  )
  const { checked, problems } = checkImages(read)
  if (problems.length > 0)
    throw new Error(problems.map(({ name, reason }) => `${name}: ${reason}`).join('\n'))
  return checked
}
