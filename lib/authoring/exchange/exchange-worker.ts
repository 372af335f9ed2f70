import { closeSync, openSync, readSync, writeSync, fstatSync } from 'node:fs'
import { startApkg } from '@/lib/exchange/apkg/write-apkg'
import type { ByteSource } from '@/lib/exchange/byte-source'
import { DeckFileMistakes, openPictures, readExchangeFile } from '@/lib/exchange/read-exchange-file'
import type { IncomingNote } from '@/lib/exchange/incoming'
import { UnreadableFile } from '@/lib/exchange/unreadable-file'
import { LOCALES, type NoteContent } from '@/lib/core/content/content'
import { keepFormulas, renderFormula } from '@/lib/platform/markdown/render-formula'
import { checkNote } from '../check-note'
import type {
  CallName,
  ExchangeCalls,
  RenderedPart,
  WorkerProblem,
  WorkerReply,
  WorkerRequest,
} from './exchange-calls'
import {
  readRenderedNotes,
  writeRenderedNotes,
  type RenderedReader,
  type RenderedWriter,
} from './rendered-notes'

/**
 * Runs in a process of its own: whatever a file makes of the time and memory here, the server goes on answering, and
 * may end it at any moment. It has no store and is asked for one thing after another.
 */
type Calls = { [M in CallName]: (given: ExchangeCalls[M]['takes']) => Promise<ExchangeCalls[M]['gives']> }

let notes: IncomingNote[] = []
let readImage: (name: string) => Uint8Array | null = () => null
let packing: { writer: Awaited<ReturnType<typeof startApkg>>; descriptor: number } | null = null

let keeping: RenderedWriter | null = null
let kept: RenderedReader | null = null

// A file's formulas are set when it is read, to see whether they can be, and again with the note that they stand in.
keepFormulas(16_000_000)

const formulas = new Map<string, boolean>()
const MAX_REMEMBERED = 20_000

function isFormula(tex: string, isDisplay: boolean): boolean {
  const key = `${isDisplay ? 1 : 0}${tex}`
  const known = formulas.get(key)
  if (known !== undefined) return known
  if (formulas.size >= MAX_REMEMBERED) formulas.clear()
  const isReadable = renderFormula(tex, { display: isDisplay }).problem === null
  formulas.set(key, isReadable)
  return isReadable
}

let saidAt = 0

function say(done: number, total: number): void {
  const now = performance.now()
  if (now - saidAt < 100) return
  saidAt = now
  post({ id: null, done, total })
}

function closeRendered(): void {
  keeping?.close()
  kept?.close()
  keeping = kept = null
}

const calls: Calls = {
  async open({ file, name }) {
    const read = await readExchangeFile(sourceOf(file), name, { isFormula, onProgress: say })
    const { notes: found, ...rest } = read.incoming
    notes = found
    readImage = read.readImage
    return { ...rest, noteCount: found.length }
  },
  async notes({ from, count }) {
    return notes.slice(from, from + count)
  },
  async openPictures({ file }) {
    readImage = openPictures(sourceOf(file))
    return null
  },
  async picture({ name }) {
    const bytes = readImage(name)
    return bytes === null ? null : new Uint8Array(bytes)
  },
  async render({ notes: drafts, images, isOnlyChecked }) {
    const sizes = new Map(images)
    return drafts.map((draft): RenderedPart => {
      const known = kept?.find(draft, sizes) ?? null
      const { content, media, problems } = known ? { ...known, problems: [] } : checkNote(draft, sizes)
      if (known === null && problems.length === 0) keeping?.keep(draft, sizes, { content, media })
      return {
        ...outlineOf(content),
        content: isOnlyChecked ? null : JSON.stringify(content),
        media,
        problems,
      }
    })
  },
  async keepRendered({ file }) {
    closeRendered()
    keeping = writeRenderedNotes(file)
    return null
  },
  async findRendered({ file }) {
    closeRendered()
    kept = readRenderedNotes(file)
    return null
  },
  async startPackage({ file, deck, images, settings }) {
    const descriptor = openSync(file, 'wx', 0o600)
    const writer = await startApkg(deck, images, settings, (chunk) => writeSync(descriptor, chunk))
    packing = { writer, descriptor }
    return null
  },
  async packNotes({ notes: outgoing }) {
    for (const note of outgoing) packing?.writer.addNote(note)
    return null
  },
  async packImage({ sha256, bytes }) {
    packing?.writer.addImage(sha256, bytes)
    return null
  },
  async endPackage() {
    packing?.writer.end()
    if (packing) closeSync(packing.descriptor)
    packing = null
    return null
  },
}

const outlineOf = ({ cards }: NoteContent) => ({
  ords: cards.map(({ ord }) => ord),
  locales: LOCALES.filter((locale) => cards.some(({ sides }) => sides[locale] !== undefined)),
})

function sourceOf(file: string): ByteSource {
  const descriptor = openSync(file, 'r')
  return {
    size: fstatSync(descriptor).size,
    read(start, length) {
      const size = Math.max(0, Math.min(length, fstatSync(descriptor).size - start))
      const bytes = new Uint8Array(size)
      const count = size === 0 ? 0 : readSync(descriptor, bytes, 0, size, start)
      return bytes.subarray(0, count)
    },
  }
}

const post = (reply: WorkerReply) => process.send?.(reply)

/** One at a time and in order: each call stands on what the one before it left. */
let turn: Promise<void> = Promise.resolve()
// Without its server there is nobody to answer.
process.on('disconnect', () => process.exit())
process.on('message', (request: WorkerRequest) => {
  turn = turn.then(() => answer(request))
})

async function answer({ id, name, given }: WorkerRequest): Promise<void> {
  try {
    // The client's types name the call and what it takes together.
    const call = calls[name] as (given: unknown) => Promise<unknown>
    post({ id, ok: true, value: await call(given) })
  } catch (error) {
    post({ id, ok: false, problem: problemOf(error) })
  }
}

function problemOf(error: unknown): WorkerProblem {
  if (error instanceof DeckFileMistakes) return { code: 'deck-file', lines: error.problems }
  if (error instanceof UnreadableFile)
    return { code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) }
  return {
    code: 'stopped',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  }
}
