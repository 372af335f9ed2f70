import { connect, type Socket } from 'node:net'

export type Answer = { status: number; body: string }

/**
 * One keep-alive connection that speaks as little HTTP as a load needs: node:http costs about as much as the server
 * under test, and would take its share of the same two cores.
 */
export class HttpConnection {
  readonly #socket: Socket
  #received = ''
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {
    this.#socket = connect(port, host)
    this.#socket.setNoDelay(true)
    this.#socket.setEncoding('latin1')
    this.#socket.on('data', (text: string) => this.#receive(text))
    this.#socket.on('error', (error) => this.#settle?.reject(error))
    this.#socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection')))
  }

  /** `body` in ASCII. One at a time. */
  post(path: string, headers: string, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.host}:${this.port}\r\ncontent-type: application/json\r\n` +
          `content-length: ${body.length}\r\n${headers}\r\n${body}`,
      )
    })
  }

  close(): void {
    this.#settle = null
    this.#socket.destroy()
  }

  #receive(text: string): void {
    this.#received += text
    const head = this.#received.indexOf('\r\n\r\n')
    if (head === -1) return
    const headers = this.#received.slice(0, head).toLowerCase()
    const body = this.#received.slice(head + 4)
    const length = /\r\ncontent-length: (\d+)/.exec(headers)?.[1]
    if (length === undefined ? !body.endsWith('0\r\n\r\n') : body.length < Number(length)) return
    this.#received = ''
    const settle = this.#settle
    this.#settle = null
    settle?.resolve({
      status: Number(headers.slice(9, 12)),
      body: length === undefined ? unchunk(body) : body,
    })
  }
}

function unchunk(body: string): string {
  let text = ''
  let at = 0
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.slice(at, lineEnd), 16)
    if (!(size > 0)) return text
    text += body.slice(lineEnd + 2, lineEnd + 2 + size)
    at = lineEnd + 2 + size + 2
  }
}
