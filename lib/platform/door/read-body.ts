import { fail, ok, type Result } from '@/lib/core/result'

/** The body's bytes, or too-large as soon as that is certain. */
export async function readBytes(request: Request, maxBytes: number): Promise<Result<Uint8Array>> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  if (declared > maxBytes) return fail('too-large', { maxBytes })
  // Node ends the body at the declared length, so nothing longer can come.
  if (declared >= 0) return ok(new Uint8Array(await request.arrayBuffer()))
  if (!request.body) return ok(new Uint8Array())
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > maxBytes) {
      await reader.cancel()
      return fail('too-large', { maxBytes })
    }
    chunks.push(value)
  }
  return ok(Buffer.concat(chunks, length))
}

export async function readJsonBody(request: Request, maxBytes: number): Promise<Result<unknown>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return fail('unreadable', { accepted: 'application/json' })
  const declared = Number(request.headers.get('content-length') ?? Number.NaN)
  let text: string
  if (declared >= 0 && declared <= maxBytes) {
    text = await request.text()
  } else {
    const bytes = await readBytes(request, maxBytes)
    if (!bytes.ok) return bytes
    text = new TextDecoder().decode(bytes.value)
  }
  try {
    return ok(JSON.parse(text))
  } catch {
    return fail('bad-request', { reason: 'not-json' })
  }
}
