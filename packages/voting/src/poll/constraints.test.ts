import { describe, it } from 'vitest'
import { specify } from '@isegoria/testing'
import { poll } from '../index.ts'
import type { FreezeOptions, PollEvent } from '../index.ts'
import { opensAt, closesAt, pollId } from './conduct.fixture.ts'

const given = specify(poll)

const defined: PollEvent = {
  type: 'PollDefined',
  pollId,
  consultationId: 'c-1',
  question: 'Which?',
  form: { type: 'approval' },
  rule: { id: 'greedy', version: '2', parameters: {} },
  opensAt,
  closesAt,
}
type Constraints = NonNullable<FreezeOptions['constraints']>
const freezing = (...constraints: Constraints): FreezeOptions => ({
  type: 'FreezeOptions',
  pollId,
  options: ['pool', 'trees'].map((id) => ({ id, name: id, cost: '10.5' })),
  budget: '20',
  currency: 'EUR',
  constraints,
})
const envelope = (name: string, amount: string, options: ReadonlyArray<string>, leftoverTo?: string): Constraints[number] => ({
  type: 'envelope',
  name,
  options,
  amount,
  ...(leftoverTo === undefined ? {} : { leftoverTo }),
})

describe('a poll whose terms hold constraints', () => {
  it('freezes sound ones as they are', () => {
    const command = freezing(
      { type: 'cap', name: 'north', options: ['pool'], most: '9.75' },
      { type: 'at-most', name: 'either', options: ['pool', 'trees'], most: 1 },
      { type: 'least-score', least: 2 },
      { type: 'least-cost-share', numerator: 1, denominator: 2 },
      { type: 'part-funding' },
      envelope('east', '12', ['pool'], 'west'),
      envelope('west', '8.00', ['trees'], ''),
    )
    given(defined)
      .when(command)
      .then({ ...command, type: 'OptionsFrozen' })
  })
  it.each([
    ['an option that there is not', "'north' names 'pier', which is no option", { type: 'cap', name: 'north', options: ['pier'], most: '1' }],
    ['a share of nothing', '1/0 is no share', { type: 'least-cost-share', numerator: 1, denominator: 0 }],
  ] as const)('refuses %s', (_, reason, constraint) => {
    given(defined).when(freezing(constraint)).thenRejected({ type: 'ConstraintNotSound', constraint: constraint.type, reason })
  })
  it.each([
    ['an option in two of them', "'pool' stands in two envelopes", [envelope('east', '1', ['pool']), envelope('west', '1', ['pool'])]],
    ['more in them than there is', 'the envelopes hold 201 of 200', [envelope('east', '12', ['pool']), envelope('west', '8.1', ['trees'])]],
    [
      'leftovers in a circle',
      "what 'east' leaves over flows in a circle",
      [envelope('east', '1', ['pool'], 'west'), envelope('west', '1', ['trees'], 'east')],
    ],
    [
      'leftovers to an envelope that there is not',
      "'east' leaves money over to 'sea', which is no envelope",
      [envelope('east', '1', ['pool'], 'sea')],
    ],
    ['one name for two', 'two envelopes have one name', [envelope('east', '1', ['pool']), envelope('east', '1', ['trees'])]],
    ['no name', 'an envelope has no name, which is that of what no envelope holds', [envelope('', '1', ['pool'], '')]],
  ] as const)('refuses envelopes with %s', (_, reason, envelopes) => {
    given(defined)
      .when(freezing(...envelopes))
      .thenRejected({ type: 'ConstraintNotSound', constraint: 'envelope', reason })
  })
  it.each([
    ['a cap below nothing', { type: 'cap', name: 'north', options: ['pool'], most: '-1' }, 'cap north', '-1'],
    ['an envelope of something else than money', envelope('east', 'much', ['pool']), 'envelope east', 'much'],
  ] as const)('refuses %s', (_, constraint, field, value) => {
    given(defined).when(freezing(constraint)).thenRejected({ type: 'AmountNotReadable', field, value })
  })
  it('and not an option without an id', () => {
    given(defined)
      .when({ ...freezing(), options: [{ id: '', name: 'nothing', cost: '1' }] })
      .thenRejected({ type: 'OptionIdMissing' })
  })
})
