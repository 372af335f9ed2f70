import { createHash } from 'node:crypto'
import type { IncomingImage } from './incoming'
import { findImageSize } from './image/find-image-size'
import { findImageType, MAX_IMAGE_BYTES } from './image/find-image-type'
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

  read(name: string): Uint8Array | null {
    const bytes = this.readBytes(name)
    return bytes === 'too-large' ? null : bytes
  }

  #look(name: string): IncomingImage | null {
    const bytes = this.#byHash.size >= MAX_IMAGES ? 'too-large' : this.readBytes(name)
    if (bytes === null) return this.#lose('image-missing', name)
    if (bytes === 'too-large' || bytes.length > MAX_IMAGE_BYTES) return this.#lose('image-too-large', name)
    const mime = findImageType(bytes)
    if (mime === null) return this.#lose('image-type', name)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { sha256, mime, size: findImageSize(bytes), bytes: bytes.length, name }
  }

  #lose(code: 'image-missing' | 'image-too-large' | 'image-type', name: string): null {
    this.losses.add(code, name)
    return null
  }
}
