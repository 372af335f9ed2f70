import { apiText } from '../_text/api'
import { getText } from '@/lib/platform/i18n/get-text'

export type SavedExport = { ok: true; name: string; file: Blob } | { ok: false; message: string }

/**
 * An export with how far it is: the server sends lines of JSON while it makes the file, and after the last of them the
 * file itself. Never throws; null where it was called off.
 */
export async function fetchExport(
  path: string,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<SavedExport | null> {
  const text = getText(apiText, document.documentElement.lang.startsWith('zh') ? 'zh' : 'en')
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', signal })
    if (!response.ok || !response.body)
      return { ok: false, message: messageOf(await response.json().catch(() => null)) ?? text.surprise }
    return (await readParts(response.body.getReader(), onProgress)) ?? { ok: false, message: text.surprise }
  } catch {
    return signal.aborted ? null : { ok: false, message: text.offline }
  }
}

async function readParts(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  onProgress: (done: number, total: number) => void,
): Promise<SavedExport | null> {
  const decoder = new TextDecoder()
  let waiting = new Uint8Array()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return null
    waiting = joined(waiting, value)
    for (let end = waiting.indexOf(0x0a); end !== -1; end = waiting.indexOf(0x0a)) {
      const line: unknown = JSON.parse(decoder.decode(waiting.subarray(0, end)))
      waiting = waiting.slice(end + 1)
      const [name, type, size] = [valueAt(line, 'name'), valueAt(line, 'type'), valueAt(line, 'size')]
      if (typeof name === 'string') {
        const parts = [waiting, ...(await readRest(reader))]
        const file = new Blob(parts, { type: typeof type === 'string' ? type : '' })
        // Cut short on its way it is no file.
        return typeof size === 'number' && size !== file.size ? null : { ok: true, name, file }
      }
      const message = messageOf(line)
      if (message !== undefined) return { ok: false, message }
      onProgress(Number(valueAt(line, 'done')), Number(valueAt(line, 'total')))
    }
  }
}

async function readRest(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return parts
    parts.push(value)
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

const valueAt = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined

function messageOf(answer: unknown): string | undefined {
  const message = valueAt(valueAt(answer, 'error'), 'message')
  return typeof message === 'string' ? message : undefined
}

/** As if a link to it had been followed. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // A browser may still be asking where to put it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
