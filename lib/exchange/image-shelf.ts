import { createHash } from 'node:crypto'
import type { IncomingImage } from './incoming'
import { cleanImage } from './image/clean-image'
import type { Losses } from './losses'

/** Reads a picture's bytes; null where there are none, 'too-large' where there are more than may be. */
type ReadBytes = (name: string) => Uint8Array | null | 'too-large'

const MAX_IMAGES = 20_000

/**
 * The pictures of a file, each looked at when a note first shows it and known by its hash. Its bytes are not kept:
 * `read` takes them from the file again when they are stored.
 */
export class ImageShelf {
  readonly #known = new Map<string, IncomingImage | null>()
  readonly #byHash = new Map<string, IncomingImage>()

  constructor(
    private readonly readBytes: ReadBytes,
    private readonly losses: Losses,
    readonly isThere: (name: string) => boolean,
  ) {}

  wasAsked(name: string): boolean {
    return this.#known.has(name)
  }

  hashOf(name: string): string | null {
    const known = this.#known.get(name)
    if (known !== undefined) return known?.sha256 ?? null
    const found = this.#look(name)
    this.#known.set(name, found)
    if (found && !this.#byHash.has(found.sha256)) this.#byHash.set(found.sha256, found)
    return found?.sha256 ?? null
  }

  list(): IncomingImage[] {
    return [...this.#byHash.values()]
  }

  /** As it may be kept: see clean-image. */
  read(name: string): Uint8Array | null {
    const bytes = this.readBytes(name)
    const cleaned = bytes === null || bytes === 'too-large' ? null : cleanImage(bytes)
    return cleaned?.ok ? cleaned.image.bytes : null
  }

  #look(name: string): IncomingImage | null {
    const bytes = this.#byHash.size >= MAX_IMAGES ? 'too-large' : this.readBytes(name)
    if (bytes === null) return this.#lose('image-missing', name)
    if (bytes === 'too-large') return this.#lose('image-too-large', name)
    const cleaned = cleanImage(bytes)
    if (!cleaned.ok) return this.#lose(LOST[cleaned.reason], name)
    const { mime, size, bytes: kept } = cleaned.image
    const [sha256, givenHash] = [hashOf(kept), hashOf(bytes)]
    return { sha256, givenHash, mime, size, bytes: kept.length, name }
  }

  #lose(code: 'image-missing' | 'image-too-large' | 'image-type', name: string): null {
    this.losses.add(code, name)
    return null
  }
}

const LOST = {
  'image-type': 'image-type',
  'image-broken': 'image-type',
  'image-too-large': 'image-too-large',
  'image-dimensions': 'image-too-large',
} as const

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
