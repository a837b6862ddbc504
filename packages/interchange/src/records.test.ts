import { describe, expect, it } from 'vitest'
import { recordsOf } from './records.ts'
import { Fault } from './fault.ts'

const faultOf = (text: string): string => {
  try {
    Array.from(recordsOf(text, ';'))
    return 'none'
  } catch (thrown) {
    if (thrown instanceof Fault) return `${thrown.line}: ${thrown.message}`
    throw thrown
  }
}

describe('records', () => {
  it('hold quoted fields over several lines, and the line on which each starts', () => {
    expect(Array.from(recordsOf('a;"b\n""c"";\n\nd";e\nf;5" pipe\n"g\r\nh"\n\ni', ';'))).toStrictEqual([
      { line: 1, fields: ['a', 'b\n"c";\n\nd', 'e'] },
      { line: 5, fields: ['f', '5" pipe'] },
      { line: 6, fields: ['g\nh'] },
      { line: 9, fields: ['i'] },
    ])
  })
  it('are refused for a NUL on a later line of a quoted field, by that line', () => {
    expect(faultOf('a;b\nc;"d\ne\nf\0"\n')).toBe('4: a NUL character: this is no text file')
  })
  it('are refused, rather than lost, where lines taken for one quote turn out to be several records', () => {
    expect(faultOf('a;b;c\n1;"x";5" y\n2;3;4" q\n')).toBe('2: quotes cannot be read: a quote within a field is not doubled')
  })
  it('are read in linear time, though a stray quote takes every line that follows into one field', () => {
    const began = performance.now()
    expect(faultOf(`a;"b\n${'x\n'.repeat(600_000)}`)).toBe('1: a quote is opened and never closed')
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
