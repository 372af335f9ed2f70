import { expect, it } from 'vitest'
import { OperatorError } from '@/lib/platform/operator-error'
import { explainListenError } from './refuse-taken-port'

it.each([
  ['EADDRINUSE', /^Port 3000 is taken/],
  ['ENOTFOUND', /has no address nowhere to listen on/],
  ['EAI_AGAIN', /has no address nowhere to listen on/],
  ['EINVAL', /^Nothing can listen at nowhere, port 3000 \(EINVAL\); mend HOST and PORT\.$/],
])('%s is a sentence', (code, sentence) => {
  const told = explainListenError(Object.assign(new Error('listen'), { code }), 'nowhere', 3000)
  expect(told).toBeInstanceOf(OperatorError)
  expect(told.message).toMatch(sentence)
})
