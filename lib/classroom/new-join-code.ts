import { randomInt } from 'node:crypto'
import { JOIN_CODE_LENGTH, JOIN_LETTERS } from '@/lib/core/classroom/join-code'

export function newJoinCode(): string {
  return Array.from({ length: JOIN_CODE_LENGTH }, () => JOIN_LETTERS[randomInt(JOIN_LETTERS.length)]).join('')
}
