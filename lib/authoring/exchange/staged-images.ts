import { ok } from '@/lib/core/result'
import type { IncomingImage } from '@/lib/exchange/incoming'
import type { MediaRow } from '@/lib/store/media'
import type { Store } from '@/lib/store/store'
import { mustBe } from './import-failed'
import type { ExchangeWorker } from './open-exchange-worker'

/** As many as one write takes. */
const MAX_IMAGES = 12
const MAX_BYTES = 1024 * 1024

/** The pictures of a file, taken from it when the first note of a deck shows them. */
export class StagedImages {
  readonly #inFile: Map<string, IncomingImage>
  readonly #stored = new Set<string>()

  constructor(
    private readonly tables: Store,
    private readonly worker: ExchangeWorker,
    images: readonly IncomingImage[],
    private readonly now: number,
  ) {
    this.#inFile = new Map(images.map((image) => [image.sha256, image]))
  }

  /** By deck: what its notes show. */
  async store(shown: [deckId: string, hashes: string[]][]): Promise<void> {
    const wanted = new Map<string, Set<string>>()
    for (const [deckId, hashes] of shown)
      for (const sha256 of hashes) {
        if (this.#stored.has(`${deckId} ${sha256}`)) continue
        this.#stored.add(`${deckId} ${sha256}`)
        const own = wanted.get(deckId)
        if (own) own.add(sha256)
        else wanted.set(deckId, new Set([sha256]))
      }
    for (const [deckId, hashes] of wanted) await this.#storeFor(deckId, hashes)
  }

  async #storeFor(deckId: string, hashes: ReadonlySet<string>): Promise<void> {
    const { worker, now } = this
    const known: string[] = []
    let part: MediaRow[] = []
    let size = 0
    for (const sha256 of hashes) {
      const own = this.#inFile.get(sha256)
      const bytes = own === undefined ? null : mustBe(await worker.call('picture', { name: own.name }))
      if (own === undefined || bytes === null) {
        known.push(sha256)
        continue
      }
      if (part.length >= MAX_IMAGES || size + bytes.length > MAX_BYTES) {
        await this.#write(deckId, part)
        part = []
        size = 0
      }
      part.push({ sha256, mime: own.mime, bytes, createdAt: now })
      size += bytes.length
    }
    await this.#write(deckId, part)
    if (known.length > 0) await this.tables.deckMedia.add(deckId, known)
  }

  async #write(deckId: string, part: MediaRow[]): Promise<void> {
    await this.tables.transaction(async (tables) => {
      await tables.media.putForDeck(deckId, part)
      return ok(undefined)
    })
  }
}
