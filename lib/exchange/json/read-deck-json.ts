import type { ReadFile } from '../apkg/read-apkg'
import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import { cleanTags } from '../clean-tags'
import { ImageShelf } from '../image-shelf'
import { MAX_IMAGE_BYTES } from '../image/find-image-type'
import type { Incoming, IncomingNote } from '../incoming'
import { MAX_UNREADABLE_NAMED } from '../limits'
import { Losses } from '../losses'
import { ownNote } from '../own-note'
import { UnreadableFile } from '../unreadable-file'
import { deckJson } from './deck-json'

/** Our own JSON. A note that does not fit is named, and the others come. */
export function readDeckJson(text: string): ReadFile {
  const file = parse(text)
  const losses = new Losses()
  const stored = file.images ?? {}
  const images = new ImageShelf(
    (name) => {
      const base64 = stored[name]
      if (base64 === undefined) return null
      return base64.length > MAX_IMAGE_BYTES * 1.4
        ? 'too-large'
        : new Uint8Array(Buffer.from(base64, 'base64'))
    },
    losses,
    (name) => Object.hasOwn(stored, name),
  )
  const notes: IncomingNote[] = []
  const keys = new Set<string>()
  const unreadable: Incoming['unreadable'] = []
  let unreadableCount = 0
  const refuse = (problem: Incoming['unreadable'][number]) => {
    unreadableCount++
    if (unreadable.length < MAX_UNREADABLE_NAMED) unreadable.push(problem)
  }
  for (const [index, item] of file.notes.entries()) {
    const parsed = ownNote.safeParse(item)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      refuse({ name: String(index + 1), code: 'note-fields', detail: issue?.path.join('.') })
      continue
    }
    const { key, kind, tags, source, fields, exercise } = parsed.data
    if (keys.has(key)) {
      refuse({ name: key, code: 'note-twice' })
      continue
    }
    const [problem] = cardsOfNote(kind, fields).problems
    if (problem) {
      refuse({ name: key, code: 'note-fields', detail: problem.code })
      continue
    }
    keys.add(key)
    for (const field of Object.values(fields))
      for (const [, hash] of `${field.front}\n${field.back}`.matchAll(/\]\(media:([0-9a-f]{64})/g))
        if (images.isThere(hash)) images.hashOf(hash)
    notes.push({
      guid: key,
      key,
      deck: 0,
      kind,
      tags: cleanTags(tags, losses),
      ...(source === undefined ? {} : { source }),
      text: { fields },
      ...(exercise === undefined ? {} : { exercise }),
    })
  }
  if (file.notes.length === 0) throw new UnreadableFile('no-notes')
  const { key, title, description } = file.deck
  const incoming: Incoming = {
    format: 'json',
    decks: [{ name: title.en ?? title.zh ?? key, key, title, description }],
    notes,
    images: images.list(),
    losses: losses.list(),
    unreadable,
    unreadableCount,
  }
  return { incoming, readImage: (name) => images.read(name) }
}

function parse(text: string) {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UnreadableFile('json-damaged')
  }
  const parsed = deckJson.safeParse(value)
  if (!parsed.success) throw new UnreadableFile('json-not-ours', parsed.error.issues[0]?.path.join('.'))
  return parsed.data
}
