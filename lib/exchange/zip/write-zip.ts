import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Writes a zip entry by entry to `write`, so that a large one costs no more memory than its largest entry. */
export function startZip(write: (chunk: Uint8Array) => void, at: Date) {
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else write(chunk)
  })
  return {
    /** `isPacked`: pictures are already as small as they get. */
    add(name: string, bytes: Uint8Array, isPacked = false): void {
      const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      entry.mtime = at
      zip.add(entry)
      entry.push(bytes, true)
      if (failure) throw failure
    },
    end(): void {
      zip.end()
      if (failure) throw failure
    },
  }
}
