/** How far an export is: notes and pictures together. Throws where whoever asked has gone. */
export type ExportProgress = (done: number, total: number) => void

const PAUSE_MS = 100

type Made = { head: object; body: string | ReadableStream | null }

/**
 * A file as a stream that says how far it is before it begins: lines of JSON, the last of which names the file or says
 * why there is none, and then the file's own bytes. One answer, so nothing is kept for anybody, whichever process makes it.
 */
export function streamWithProgress(
  make: (onProgress: ExportProgress) => Promise<Made>,
  /** What is said of an error that nobody expected. */
  surprised: (error: unknown) => Promise<object>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isGone = false
  let body: ReadableStreamDefaultReader<Uint8Array> | null = null
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let saidAt = 0
      const line = (value: object) => controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
      const made = await make((done, total) => {
        if (isGone) throw new ExportStopped()
        if (performance.now() - saidAt < PAUSE_MS) return
        saidAt = performance.now()
        line({ done, total })
      }).catch(async (error: unknown): Promise<Made | null> => {
        if (error instanceof ExportStopped) return null
        return { head: await surprised(error), body: null }
      })
      if (made === null || isGone) return
      line(made.head)
      if (made.body instanceof ReadableStream) return void (body = made.body.getReader())
      if (made.body !== null) controller.enqueue(encoder.encode(made.body))
      controller.close()
    },
    async pull(controller) {
      const read = await body?.read()
      if (read?.value) controller.enqueue(read.value)
      if (read?.done) controller.close()
    },
    async cancel() {
      isGone = true
      await body?.cancel()
    },
  })
}

class ExportStopped extends Error {}
