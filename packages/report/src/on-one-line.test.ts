import { expect, it } from 'vitest'
import { onOneLine } from './on-one-line.ts'

it('keeps a text on its line and in its order; marks of direction may stay', () => {
  expect(onOneLine('a\r\nb\u001B[2Jc\u202Ed\u2066e\u2069f\u2028g')).toBe('a b [2Jc d e f g')
  expect(onOneLine('עיר\u200F 5')).toBe('עיר\u200F 5')
})
