import { describe, expect, it } from 'vitest'
import { streamWithProgress } from './export-progress'

const surprised = async () => ({ error: { message: 'a surprise' } })
const bytesOf = (...parts: string[]) =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
      controller.close()
    },
  })

describe('a file with its progress before it', () => {
  it('is lines of JSON, the last of which names it, and then its bytes', async () => {
    const stream = streamWithProgress(async (onProgress) => {
      onProgress(1, 2)
      return { head: { name: 'a.apkg', size: 4 }, body: bytesOf('\n{', '}\n') }
    }, surprised)
    expect(await new Response(stream).text()).toBe('{"done":1,"total":2}\n{"name":"a.apkg","size":4}\n\n{}\n')
    const text = streamWithProgress(async () => ({ head: { name: 'a.csv' }, body: 'a,b' }), surprised)
    expect(await new Response(text).text()).toBe('{"name":"a.csv"}\na,b')
  })

  it('ends with what went wrong', async () => {
    const failed = streamWithProgress(async () => {
      throw new Error('the disk is full')
    }, surprised)
    expect(await new Response(failed).text()).toBe('{"error":{"message":"a surprise"}}\n')
  })

  it('is not made to its end when whoever asked has gone', async () => {
    let steps = 0
    let goOn = () => {}
    const waits = new Promise<void>((resolve) => (goOn = resolve))
    let settled: Promise<void> = Promise.resolve()
    const stream = streamWithProgress((onProgress) => {
      const made = (async () => {
        for (; steps < 3; steps++) {
          onProgress(steps, 3)
          await waits
        }
        return { head: { name: 'a' }, body: 'a' }
      })()
      settled = made.then(
        () => undefined,
        () => undefined,
      )
      return made
    }, surprised)
    const reader = stream.getReader()
    await reader.read()
    await reader.cancel()
    goOn()
    await settled
    expect(steps).toBe(1)
  })
})
