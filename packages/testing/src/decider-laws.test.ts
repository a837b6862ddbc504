import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import type { Decider, EventCodec } from '@isegoria/kernel'
import { livedThrough } from './decider-laws.ts'

interface Noted {
  readonly type: 'Noted'
  readonly words: ReadonlyArray<string>
}
interface State {
  readonly words: ReadonlyArray<string>
}
interface Note {
  readonly type: 'Note'
  readonly word: string
}

/** Keeps the words and nothing else. */
const codec: EventCodec<Noted> = {
  types: ['Noted'],
  decode: (event) => {
    const words = typeof event === 'object' && event !== null && 'words' in event && Array.isArray(event.words) ? event.words.map(String) : []
    return E.right({ type: 'Noted', words })
  },
}
const notes: Decider<Note, State, Noted, string> = {
  initialState: { words: [] },
  decide: ({ word }, { words }) => (words.includes(word) ? E.left('noted before') : E.right([{ type: 'Noted', words: [word] }])),
  evolve: ({ words }, event) => ({ words: [...words, ...event.words] }),
}
const commands: ReadonlyArray<Note> = ['a', 'b', 'a'].map((word) => ({ type: 'Note', word }))
const breachOf = (broken: Partial<typeof notes>): string => livedThrough({ ...notes, ...broken }, codec, commands).breach ?? 'none'

describe('the laws of a decider', () => {
  it('let pass what obeys them, and give its events and its state', () => {
    const [a, b] = ['a', 'b'].map((word) => ({ type: 'Noted', words: [word] }))
    expect(livedThrough(notes, codec, commands)).toStrictEqual({ events: [a, b], state: { words: ['a', 'b'] } })
  })
  it('catch an event that its codec does not keep', () => {
    const extra = { type: 'Noted', words: [], at: 'noon' } as const
    expect(breachOf({ decide: () => E.right([extra]) })).toMatch(/^stored: .*noon/)
  })
  it('catch a command that has an effect twice', () => {
    expect(breachOf({ decide: ({ word }) => E.right([{ type: 'Noted', words: [word] }]) })).toMatch(/^idempotence: Note again/)
  })
  it('catch a fold that changes what it is given', () => {
    const evolve = (state: State, event: Noted): State => {
      Object.assign(state, { words: [...state.words, ...event.words] })
      return state
    }
    expect(breachOf({ initialState: { words: [] }, evolve })).toMatch(/^purity: Note/)
  })
  it('catch a fold that depends on more than the events', () => {
    let calls = 0
    expect(breachOf({ evolve: ({ words }, event) => ({ words: [...words, ...event.words, `${calls++}`] }) })).toMatch(/^fold: /)
  })
})
