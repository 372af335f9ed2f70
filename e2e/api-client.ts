import type { ClientEvent, EventBatchReply } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'

/** A learner without a browser: the same requests that the pages make, with a cookie jar of its own. */
export class ApiClient {
  private readonly cookies = new Map<string, string>()

  constructor(
    private url: string,
    private readonly address: string,
  ) {}

  /** The server came back at another address. */
  moveTo(url: string): void {
    this.url = url
  }

  async beginAsGuest(): Promise<void> {
    const { csrfToken } = (await (await this.fetch('/api/auth/csrf')).json()) as { csrfToken: string } // next-auth's answer
    const answer = await this.post('/api/auth/callback/guest', {
      csrfToken,
      json: 'true',
      locale: 'en',
      timeZone: 'Europe/Berlin',
    })
    if (!answer.ok) throw new Error(`Signing in as a guest: ${answer.status} ${await answer.text()}`)
  }

  async fetchPack(): Promise<StudyPack> {
    const answer = await this.fetch('/api/v1/study/pack')
    if (!answer.ok) throw new Error(`The pack: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as StudyPack // the server's own contract
  }

  async postEvents(learner: string, events: ClientEvent[]): Promise<EventBatchReply> {
    const answer = await this.post('/api/v1/events', { learner, sentAt: Date.now(), events })
    if (!answer.ok) throw new Error(`Events: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as EventBatchReply // the server's own contract
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('origin', this.url)
    headers.set('x-forwarded-for', this.address)
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(this.url + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name !== undefined && value !== undefined) this.cookies.set(name, value)
    }
    return answer
  }
}
