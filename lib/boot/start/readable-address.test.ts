import { expect, it } from 'vitest'
import { isReadableAddress } from './readable-address'

it.each(['/', '/decks/rnn-lstm-gru?tag=lstm', '/decks/%E6%89%8B%E7%AE%97', '/search?q=100%25', '/x?q=%ff'])(
  'reads %s',
  (address) => expect(isReadableAddress(address)).toBe(true),
)

it.each(['/decks/%ff', '/decks/%E0%A4%A', '/%', '/decks/a%00b', '/today?deck=%00', '/_next/%zz'])(
  'cannot read %s',
  (address) => expect(isReadableAddress(address)).toBe(false),
)
