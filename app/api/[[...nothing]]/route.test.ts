import { expect, it } from 'vitest'
import type { ErrorBody } from '@/lib/account/testing/test-house'
import * as route from './route'

it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
  '%s of what the API does not have is refused as everything there is, in the reader’s language',
  async (method) => {
    const headers = { 'accept-language': 'zh-CN' }
    const answer = route[method](new Request('http://localhost:3000/api/nothing', { method, headers }))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(answer.headers.get('content-language')).toBe('zh')
    const { error } = (await answer.json()) as ErrorBody
    expect(error).toEqual({ code: 'not-found', message: expect.stringMatching(/\p{Script=Han}/u) })
  },
)
