import * as fc from 'fast-check'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { anyOf, eventCodec } from './event-codec.ts'
import { E } from './fp.ts'
import { passesUnchanged } from './passes-unchanged.ts'

const point = t.strict({ type: t.literal('point'), at: t.readonly(t.tuple([t.number, t.number])) })
const line = t.strict({ type: t.literal('line'), from: t.string, tags: t.readonlyArray(t.string) })
const codecs: ReadonlyArray<t.Mixed> = [
  t.string,
  t.literal('point'),
  point,
  line,
  t.union([point, line]),
  t.union([t.strict({ a: t.string }), t.strict({ a: t.string, b: t.string })]),
  t.readonly(t.record(t.string, t.readonlyArray(line))),
  t.strict({ shape: t.union([point, line]), note: t.union([t.string, t.null]), rest: t.UnknownRecord }),
  t.intersection([t.strict({ a: t.string }), t.partial({ b: t.string })]),
  t.partial({ a: t.string }),
  t.refinement(t.string, (text) => text.length < 3),
]

const word = fc.constantFrom('', 'a', 'b', 'point', 'line', 'long text', '__proto__')
const key = fc.constantFrom('type', 'at', 'from', 'tags', 'a', 'b', 'shape', 'note', 'rest', '__proto__', 'toString')
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.integer(),
    fc.constantFrom(null, undefined, true, [], {}),
    fc.tuple(fc.integer(), fc.integer()),
    fc.record({ type: fc.constant('point'), at: fc.tuple(fc.integer(), fc.integer()) }),
    fc.record({ type: fc.constant('line'), from: word, tags: fc.array(word, { maxLength: 3 }) }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    fc.record({ shape: tie('value'), note: tie('value'), rest: fc.constant({}) }),
  ),
}))

describe('the quick test of a codec', () => {
  it('passes nothing that decoding would refuse or change', () => {
    let passed = 0
    fc.assert(
      fc.property(fc.constantFrom(...codecs), anyValue, (codec, value) => {
        if (!passesUnchanged(codec)(value)) return
        passed++
        const decoded = decode(codec, value)
        if (E.isLeft(decoded)) throw new Error(decoded.left.reasons.join())
        expect(decoded.right).toStrictEqual(value)
      }),
      { numRuns: 5000 },
    )
    expect(passed).toBeGreaterThan(100)
  })
  it.each<[string, t.Mixed, unknown]>([
    ['a key too many', line, { type: 'line', from: 'a', tags: [], more: 1 }],
    ['a key that is only inherited', t.strict({ toString: t.Function }), {}],
    ['an object of a class', t.strict({}), new Date(0)],
    ['an earlier member of a union that drops keys', t.union([t.strict({ a: t.string }), t.strict({ a: t.string, b: t.string })]), { a: '', b: '' }],
  ])('does not pass %s', (_, codec, value) => {
    expect(passesUnchanged(codec)(value)).toBe(false)
  })
  it('passes what most events are', () => {
    expect(passesUnchanged(line)({ type: 'line', from: 'a', tags: ['b', 'c'] })).toBe(true)
    expect(passesUnchanged(t.union([point, line]))({ type: 'point', at: [1, 2] })).toBe(true)
  })
})

describe('an event codec', () => {
  const noted = eventCodec<{ readonly type: 'Noted'; readonly n: number }>({ Noted: t.strict({ type: t.literal('Noted'), n: t.number }, 'Noted') })
  const told = eventCodec<{ readonly type: 'Told' }>({ Told: t.strict({ type: t.literal('Told') }, 'Told') })

  it('finds the codec by the event type', () => {
    expect(noted.decode({ type: 'Noted', n: 1 })).toStrictEqual(E.right({ type: 'Noted', n: 1 }))
  })
  it('drops keys that it does not know', () => {
    expect(noted.decode({ type: 'Noted', n: 1, later: true })).toStrictEqual(E.right({ type: 'Noted', n: 1 }))
  })
  it('names what is wrong and where', () => {
    expect(noted.decode({ type: 'Noted', n: 'one' })).toStrictEqual(
      E.left({ type: 'Undecodable', expected: 'Noted', reasons: ['Invalid value "one" supplied to : Noted/n: number'] }),
    )
    expect(noted.decode({ type: 'Unknown' })).toStrictEqual(
      E.left({ type: 'Undecodable', expected: 'Noted', reasons: ["unknown event type 'Unknown'"] }),
    )
    for (const odd of [null, 3, 'Noted', [], { type: 3 }]) expect(E.isLeft(noted.decode(odd))).toBe(true)
  })
  it('of several codecs knows the events of all', () => {
    const both = anyOf<{ readonly type: 'Noted'; readonly n: number } | { readonly type: 'Told' }>([noted, told])
    expect(both.types).toStrictEqual(['Noted', 'Told'])
    expect(both.decode({ type: 'Told' })).toStrictEqual(E.right({ type: 'Told' }))
    expect(E.isLeft(both.decode({ type: 'Noted' }))).toBe(true)
  })
})
