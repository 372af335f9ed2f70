import { z } from 'zod'
import { MAX_ENTRIES, MAX_MEDIA_LIST_BYTES } from '../limits'
import { UnreadableFile } from '../unreadable-file'
import type { Zip } from '../zip/read-zip'
import { inflateZstd, isZstd } from '../zstd/inflate-zstd'
import { readProtobuf, textField } from './read-protobuf'

const legacy = z.record(z.string(), z.string())

/**
 * Which entry of the zip holds which picture: by name, the entry's. Names only ever look something up here. The older
 * forms list them as JSON, the newer as protobuf within zstd, the i-th being the entry "i".
 */
export function readMediaList(zip: Zip, isNewest: boolean): Map<string, string> {
  const bytes = zip.read('media', MAX_MEDIA_LIST_BYTES)
  if (bytes === null || bytes.length === 0) return new Map()
  const names = new Map<string, string>()
  if (isNewest || isZstd(bytes)) {
    const list = readProtobuf(inflateZstd(bytes, MAX_MEDIA_LIST_BYTES, 'media'))
    if (list === null) throw new UnreadableFile('zip-damaged', 'media')
    for (const [i, entry] of (list.get(1) ?? []).entries()) {
      const message = entry instanceof Uint8Array ? readProtobuf(entry) : null
      if (message !== null && i < MAX_ENTRIES) names.set(textField(message, 1).normalize('NFC'), String(i))
    }
    return names
  }
  try {
    const list = legacy.parse(JSON.parse(new TextDecoder().decode(bytes)))
    for (const [entry, name] of Object.entries(list).slice(0, MAX_ENTRIES))
      names.set(name.normalize('NFC'), entry)
  } catch {
    throw new UnreadableFile('zip-damaged', 'media')
  }
  return names
}
