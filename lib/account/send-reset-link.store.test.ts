import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as forgotten from '@/app/api/v1/password/forgotten/route'
import * as reset from '@/app/api/v1/password/reset/route'
import { openTestHouse, type TestHouse } from './testing/test-house'

/** Just enough of a mail server to be handed a letter. */
function startMailServer(letters: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let letter: string | null = null
    socket.write('220 test\r\n')
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n')) {
        if (letter !== null) {
          if (line !== '.') letter += `${line}\n`
          else {
            letters.push(letter)
            letter = null
            socket.write('250 taken\r\n')
          }
        } else if (line === 'DATA') {
          letter = ''
          socket.write('354 go on\r\n')
        } else if (line !== '') socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
    socket.on('error', () => socket.destroy())
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe('a forgotten password, where the house sends mail', () => {
  const letters: string[] = []
  let house: TestHouse
  let server: Server
  beforeAll(async () => {
    server = await startMailServer(letters)
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'https://unroll.example' })
    house = await openTestHouse('sqlite')
  })
  afterAll(async () => {
    await house.close()
    server.close()
  })
  const ask = (email: string, headers = {}) =>
    house.nobody.send(forgotten.POST, { method: 'POST', body: { email }, headers })

  it('is answered alike whether there is such an account or not; the link never follows a forged host', async () => {
    await house.account({ email: 'ada@example.org' })
    const forged = { 'x-forwarded-host': 'evil.example' }
    const unknown = await ask('nobody@example.org', forged)
    const known = await ask('Ada@example.org', forged)
    expect([unknown.status, known.status]).toEqual([204, 204])
    await vi.waitFor(() => expect(letters).toHaveLength(1), { timeout: 5_000 })
    const text = letters[0].replace(/=\n/g, '').replaceAll('=3D', '=')
    expect(text).toContain('ada@example.org')
    const token = /https:\/\/unroll\.example\/reset\/([\w-]{43})/.exec(text)?.[1] ?? ''
    expect(text).not.toContain('evil.example')
    const body = { token, password: 'copper-window-77' }
    expect((await house.nobody.send(reset.POST, { method: 'POST', body })).status).toBe(204)
    expect((await house.nobody.send(reset.POST, { method: 'POST', body })).status).toBe(422)
  })

  it('fills nobody’s mailbox, from however many addresses it is asked, and says nothing of who has an account', async () => {
    await house.account({ email: 'grace@example.org' })
    letters.length = 0
    const asked = async (email: string) => {
      const statuses: number[] = []
      for (let n = 0; n < 5; n++)
        statuses.push((await ask(email, { 'x-forwarded-for': `192.0.2.${n}` })).status)
      return statuses
    }
    expect(await asked('Grace@example.org')).toEqual([204, 204, 204, 429, 429])
    expect(await asked('nobody-at-all@example.org')).toEqual([204, 204, 204, 429, 429])
    await vi.waitFor(() => expect(letters).toHaveLength(3), { timeout: 5_000 })
  })
})
