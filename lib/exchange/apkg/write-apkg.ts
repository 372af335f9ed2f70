import { createHash } from 'node:crypto'
import type { Database } from 'sql.js'
import type { Locale } from '@/lib/core/content/content'
import { guidOfKey } from '../guid-key'
import { markdownToHtml } from '../html/markdown-to-html'
import { textOfHtml } from '../html/text-of-html'
import type { ImageType } from '../image/find-image-type'
import type { OutgoingCard, OutgoingDeck, OutgoingImage, OutgoingNote } from '../outgoing'
import { plainNote } from '../own-note'
import { startZip } from '../zip/write-zip'
import { loadSqlite } from './open-database'
import { modelJson, modelOf, type Model } from './note-models'
import { localesOf, writeOwnField } from './own-type'
import { SCHEMA_11 } from './schema-11'

export type ApkgSettings = {
  /** When the package is written (epoch ms). */
  at: number
  hasScheduling: boolean
  /** When the learner's own day began (epoch ms), so that what is due today here is due today in Anki. */
  dayStartsAt?: number
  /** Of the names: which of a deck's titles Anki is given. */
  locale: Locale
}

const ENDINGS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

const DAY = 86_400_000
const SECOND = 1_000
/** Of a card in its steps: how many are left today, in thousands, and how many at all. */
const ONE_STEP = 1_001
/** What an answer was to. A step after a lapse is not a first step: where those begin anew, FSRS forgets what was before. */
const REVLOG_TYPES = { NEW: 0, LEARNING: 0, REVIEW: 1, RELEARNING: 2 }

/**
 * An Anki package in its oldest form, schema 11, which every Anki reads. A note's guid and its note type's id never
 * change, so a package that is imported again brings its notes up to date; one that came from Anki keeps Anki's guid.
 */
export async function startApkg(
  deck: OutgoingDeck,
  images: readonly OutgoingImage[],
  settings: ApkgSettings,
  write: (chunk: Uint8Array) => void,
) {
  const sqlite = await loadSqlite()
  const database = new sqlite.Database()
  database.exec(SCHEMA_11)
  const zip = startZip(write, new Date(settings.at))
  const names = new Map(images.map(({ sha256, mime }) => [sha256, `unroll-${sha256}.${ENDINGS[mime]}`]))
  const writer = new CollectionWriter(database, deck, names, settings)
  const listed: Record<string, string> = {}
  return {
    addNote: (note: OutgoingNote) => writer.add(note),
    addImage(sha256: string, bytes: Uint8Array): void {
      const name = names.get(sha256)
      if (name === undefined) return
      const entry = String(Object.keys(listed).length)
      listed[entry] = name
      zip.add(entry, bytes, true)
    },
    end(): void {
      writer.end()
      zip.add('collection.anki2', database.export())
      zip.add('media', new TextEncoder().encode(JSON.stringify(listed)))
      zip.end()
      database.close()
    },
    abandon: () => database.close(),
  }
}

class CollectionWriter {
  readonly #models = new Map<number, Model>()
  readonly #deckId: number
  #count = 0
  readonly #createdAt: number
  readonly #revlogIds = new Set<number>()

  constructor(
    private readonly database: Database,
    private readonly deck: OutgoingDeck,
    private readonly imageNames: ReadonlyMap<string, string>,
    private readonly settings: ApkgSettings,
  ) {
    this.#deckId = numberOf(`deck ${deck.id}`)
    // Due days count from here, far enough back for every one of them; without a learner it is four in the morning.
    const { at, dayStartsAt = Math.floor(at / DAY) * DAY + 4 * 3_600_000 } = settings
    this.#createdAt = dayStartsAt - 3_650 * DAY
    database.exec('BEGIN')
  }

  add(note: OutgoingNote): void {
    const locales = localesOf(note)
    const stand = note.kind === 'EXERCISE' && locales.length === 0 ? 'en' : null
    const model = modelOf(note.kind, stand === null ? locales : [stand])
    this.#models.set(model.id, model)
    const values = this.#valuesOf(note, model)
    const own = writeOwnField(plainNote(note), values)
    const plain = textOfHtml(values[0] ?? '').trim()
    const id = this.#deckId + this.#count // Anki knows a note by its guid; ids only keep the order
    // Anki takes what is newer than its own: a note that has not changed here leaves what was changed there.
    const seconds = Math.floor((note.changedAt ?? this.settings.at) / SECOND)
    const tags = note.tags.map((tag) => tag.replace(/\s+/g, '_'))
    this.#run('INSERT INTO notes VALUES (?,?,?,?,?,?,?,?,?,0,?)', [
      id,
      guidOfKey(note.key) ?? note.id,
      model.id,
      seconds,
      -1,
      tags.length > 0 ? ` ${tags.join(' ')} ` : '',
      [...values, escapedForField(own)].join('\x1f'),
      plain,
      checksumOf(plain),
      '',
    ])
    for (const card of note.cards) this.#addCard(id, card)
    this.#count++
  }

  #valuesOf(note: OutgoingNote, model: Model): string[] {
    return model.fields.slice(0, -1).map((name) => {
      const [part, named] = name.split(' ')
      const locale = model.locales.find((each) => each === named) ?? model.locales[0]
      const isCloze = note.kind === 'CLOZE' && part === 'Front'
      return withoutReferences(this.#valueOf(note, part, locale, isCloze), isCloze)
    })
  }

  #valueOf(note: OutgoingNote, part: string, locale: Locale, isCloze: boolean): string {
    const field = note.fields[locale] ?? note.stands?.[locale]
    if (field === undefined) return ''
    if (part === 'Answer') return escapedText(note.fields[locale]?.answers?.[0] ?? '')
    const written = part === 'Front' ? field.front : field.back
    const text =
      written === '' ? (note.stands?.[locale]?.[part === 'Front' ? 'front' : 'back'] ?? '') : written
    return markdownToHtml(text, { imageName: (hash) => this.imageNames.get(hash) ?? null, isCloze })
  }

  #addCard(noteId: number, { ord, memory, answers }: OutgoingCard): void {
    const id = this.#deckId + this.#count * 100 + ord
    const seconds = Math.floor(this.settings.at / SECOND)
    const known = this.settings.hasScheduling ? memory : null
    const columns = known === null || known.state === 'NEW' ? this.#asNew(this.#count) : this.#asKnown(known)
    const { type, queue, due, homeDue, left, interval, factor, reps, lapses, data } = columns
    this.#run('INSERT INTO cards VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,?,?)', [
      id,
      noteId,
      this.#deckId,
      ord,
      seconds,
      -1,
      type,
      known?.suspended === true ? -1 : queue,
      due,
      interval,
      factor,
      reps,
      lapses,
      left,
      homeDue,
      known?.flag ?? 0,
      data,
    ])
    if (this.settings.hasScheduling) this.#addAnswers(id, answers)
  }

  #asNew(position: number) {
    const nothing = { interval: 0, factor: 0, reps: 0, lapses: 0, data: '{}' }
    return { type: 0, queue: 0, due: position, homeDue: 0, left: 0, ...nothing }
  }

  #asKnown(memory: NonNullable<OutgoingCard['memory']>) {
    const { stability, difficulty, lastAt, reps, lapses } = memory
    const data = {
      ...(stability === null ? {} : { s: rounded(stability, 4) }),
      ...(difficulty === null ? {} : { d: rounded(difficulty, 3) }),
      ...(lastAt === null ? {} : { lrt: Math.floor(lastAt / SECOND) }),
    }
    return { ...this.#placeOf(memory), factor: 2_500, reps, lapses, data: JSON.stringify(data) }
  }

  /**
   * When a card comes, as schema 11's own scheduler says it: one that lapsed is a review (type 2) in the queue of steps,
   * and keeps the day on which it will be a review again. Steps are due at a second, and a card with none left is never shown.
   */
  #placeOf({ state, stability, dueAt, intervalDays, suspended }: NonNullable<OutgoingCard['memory']>) {
    const dayOf = (at: number) => Math.floor((at - this.#createdAt) / DAY)
    const comesAt = dueAt ?? this.settings.at
    const inSteps = { queue: 1, due: Math.floor(comesAt / SECOND), left: ONE_STEP }
    if (state === 'LEARNING') return { type: 1, interval: 0, homeDue: 0, ...inSteps }
    if (state !== 'RELEARNING')
      return {
        type: 2,
        queue: 2,
        interval: Math.max(1, intervalDays),
        due: dayOf(comesAt),
        homeDue: 0,
        left: 0,
      }
    const interval = Math.max(1, Math.round(stability ?? 1))
    const homeDue = dayOf(this.settings.at) + interval
    // Suspended, a card has left its steps.
    return suspended
      ? { type: 2, queue: 2, interval, due: homeDue, homeDue: 0, left: 0 }
      : { type: 2, interval, homeDue, ...inSteps }
  }

  #addAnswers(cardId: number, answers: OutgoingCard['answers']): void {
    let lastInterval = 0
    for (const { at, grade, millis, intervalDays, stateBefore } of answers) {
      let id = at
      while (this.#revlogIds.has(id)) id++
      this.#revlogIds.add(id)
      this.#run('INSERT INTO revlog VALUES (?,?,?,?,?,?,?,?,?)', [
        id,
        cardId,
        -1,
        grade,
        intervalDays,
        lastInterval,
        2_500,
        millis,
        REVLOG_TYPES[stateBefore],
      ])
      lastInterval = intervalDays
    }
  }

  end(): void {
    const { title } = this.deck
    const name = title[this.settings.locale] ?? title.en ?? title.zh ?? this.deck.key
    const seconds = Math.floor(this.settings.at / SECOND)
    const models = [...this.#models.values()].map((model) => [
      model.id,
      modelJson(model, this.#deckId, seconds),
    ])
    const deck = (id: number, called: string, about: string) => ({
      id,
      name: called,
      desc: about,
      mod: seconds,
      usn: -1,
      dyn: 0,
      conf: 1,
      collapsed: false,
      browserCollapsed: false,
      extendNew: 0,
      extendRev: 0,
      newToday: [0, 0],
      revToday: [0, 0],
      lrnToday: [0, 0],
      timeToday: [0, 0],
    })
    const about =
      this.deck.description[this.settings.locale] ??
      this.deck.description.en ??
      this.deck.description.zh ??
      ''
    const decks = {
      1: deck(1, 'Default', ''),
      [this.#deckId]: deck(this.#deckId, name, escapedText(about)),
    }
    this.#run('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)', [
      Math.floor(this.#createdAt / SECOND),
      this.settings.at,
      this.settings.at,
      JSON.stringify({
        nextPos: this.#count + 1,
        estTimes: true,
        activeDecks: [1],
        sortType: 'noteFld',
        timeLim: 0,
        sortBackwards: false,
        addToCur: true,
        curDeck: 1,
        newBury: true,
        newSpread: 0,
        dueCounts: true,
        curModel: null,
        collapseTime: 1200,
      }),
      JSON.stringify(Object.fromEntries(models)),
      JSON.stringify(decks),
      JSON.stringify({ 1: DECK_OPTIONS }),
      '{}',
    ])
    this.database.exec('COMMIT')
  }

  #run(sql: string, values: (number | string | null)[]): void {
    this.database.run(sql, values)
  }
}

/** What Anki expects to find; whoever imports the deck keeps their own. */
const DECK_OPTIONS = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
}

/** Of an id of ours a number as Anki's ids are: milliseconds of some moment, always the same for the same thing. */
function numberOf(name: string): number {
  const hash = createHash('sha256').update(name).digest()
  return 1_000_000_000_000 + (hash.readUIntBE(0, 6) % 700_000_000_000)
}

/** Anki's own: the first eight digits of the SHA-1 of the first field's text. */
const checksumOf = (text: string) =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16)

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

const escapedText = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>')

/** Older Ankis look for names of fields in what a field says, and found them in formulas: only a cloze may begin with `{{`. */
const withoutReferences = (html: string, isCloze: boolean) =>
  html.replace(isCloze ? /\{(?=\{)(?!\{+c\d+::)/g : /\{(?=\{)/g, '&#123;')

/** A field is HTML: what it must not do is look like markup, or end the field. */
const escapedForField = (json: string) =>
  json
    .replace(/&/g, '\\u0026')
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/\{\{/g, '{\\u007b')
    .replace(/\x1f/g, '')
