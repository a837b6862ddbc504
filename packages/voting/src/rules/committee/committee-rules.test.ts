import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, emptyProfile, profileBuilder, profileOf } from '@isegoria/election'
import type { Ballot, Election, Rule } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import { committeeEqualShares } from './committee-equal-shares.ts'
import { ePluribusHugo } from './elimination-rules.ts'
import { leximaxPhragmen, minimaxPhragmen } from './load-rules.ts'
import { maximinSupport } from './maximin-support.ts'
import { lexMinimaxAv, minimaxAv } from './minimax-av-rules.ts'
import { greedyMonroe, monroe } from './monroe-rules.ts'
import { subsetsOf } from './optimal.oracle.ts'
import { consensus, phragmenEnestroem, seqPhragmen } from './phragmen-rules.ts'
import { av, sav } from './separable-rules.ts'
import { revSeqPav, seqCc, seqPav, seqSlav } from './sequential-thiele-rules.ts'
import { anySmallElection, committeesBy, smallElection } from './small-committees.fixture.ts'
import type { SmallElection } from './small-committees.fixture.ts'
import { chamberlinCourant, geometric, lexChamberlinCourant, pav, slav, thieleAdams } from './thiele-rules.ts'
import { trivial } from './trivial.ts'

const thiele = [pav, slav, chamberlinCourant, lexChamberlinCourant, geometric, thieleAdams]
const sequential = [seqPav, revSeqPav, seqSlav, seqCc, seqPhragmen, phragmenEnestroem, consensus, maximinSupport, committeeEqualShares, greedyMonroe]
const others = [av, sav, minimaxAv, lexMinimaxAv, minimaxPhragmen, leximaxPhragmen, monroe, ePluribusHugo, trivial]
const rules: ReadonlyArray<readonly [string, Rule]> = [...thiele, ...sequential, ...others].map((rule) => [rule.id, rule])

const optionsOf = (ids: ReadonlyArray<string>): Election['options'] => ids.map((id) => ({ id, cost: 0n }))

/** The running example of Lackner & Skowron's book: twelve voters, four seats. */
const running = smallElection(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
  ['ab', 'ab', 'ab', 'ac', 'ac', 'ac', 'ad', 'ad', 'bcf', 'e', 'f', 'g'].map((letters) => [...letters]),
  4,
)

const listed = (rule: Rule, { election }: SmallElection): ReadonlyArray<string> =>
  committeesBy(rule, election, { resolute: 'false' }).map((committee) => committee.join(''))

describe('the running example of "Multi-Winner Voting with Approval Preferences"', () => {
  it.each([
    [av, ['abcd', 'abcf']],
    [chamberlinCourant, ['aefg']],
    [pav, ['abcf']],
    [seqPhragmen, ['abcd']],
  ] as const)('%#', (rule, committees) => {
    expect(listed(rule, running)).toStrictEqual(committees)
  })
})

describe.each(rules)('%s', (_, rule) => {
  it.each(['true', 'false'])('answers to elections without ballots, with blank ones, one option, every seat or none; resolute=%s', (resolute) => {
    const blank: Ballot = { type: 'approval', approved: [] }
    for (const profile of [emptyProfile, profileOf([blank, blank]), profileOf([{ type: 'choose-one', choice: 'a' }])])
      for (const ids of [['a'], ['a', 'b', 'c']])
        for (const seats of [0, 1, ids.length]) {
          const outcome = applyRule(rule, { options: optionsOf(ids), profile, seats, decimals: 0 }, { resolute })
          if (E.isLeft(outcome) || outcome.right.type !== 'committee') throw new Error(JSON.stringify(outcome))
          expect(outcome.right.committees.every((committee) => committee.length === seats)).toBe(true)
          expect(outcome.right.committees.length === 1 || resolute === 'false').toBe(true)
        }
  })
  it('does not look at the order of the ballots', () => {
    fc.assert(
      fc.property(anySmallElection, fc.constantFrom('true', 'false'), ({ options, voters, seats, election }, resolute) => {
        const turned = smallElection(options, voters.toReversed(), seats)
        expect(applyRule(rule, turned.election, { resolute })).toStrictEqual(applyRule(rule, election, { resolute }))
      }),
      { numRuns: 30 },
    )
  })
})

/** Voters who approve all of a set, and of whom `isShort` says that they are left with too few, are too few to complain. */
const isFair = ({ options, voters, seats }: SmallElection, isShort: (approved: ReadonlyArray<string>, size: number) => boolean): boolean =>
  options
    .flatMap((_, size) => subsetsOf(options, size + 1))
    .every((set) => {
      const short = voters.filter((approved) => set.every((id) => approved.includes(id)) && isShort(approved, set.length))
      return short.length * seats < set.length * voters.length || voters.length === 0
    })

const axioms: Readonly<Record<string, (small: SmallElection, committee: ReadonlyArray<string>) => boolean>> = {
  jr: (small, committee) => isFair(small, (approved, size) => size === 1 && !approved.some((id) => committee.includes(id))),
  ejr: (small, committee) => isFair(small, (approved, size) => approved.filter((id) => committee.includes(id)).length < size),
  pjr: (small, committee) =>
    committee
      .flatMap((_, size) => subsetsOf(committee, size))
      .every((own) => isFair(small, (approved, size) => own.length < size && approved.every((id) => own.includes(id) || !committee.includes(id)))),
}

describe('what the rules claim', () => {
  it.each(rules.flatMap(([id, rule]) => rule.claims.flatMap((axiom) => (axiom in axioms ? [[id, axiom, rule] as const] : []))))(
    '%s satisfies %s',
    (_, axiom, rule) => {
      fc.assert(
        fc.property(anySmallElection, (small) => {
          for (const committee of committeesBy(rule, small.election, { resolute: 'false' })) expect(axioms[axiom]?.(small, committee)).toBe(true)
        }),
        { numRuns: 60 },
      )
    },
  )
  it.each(rules.filter(([, rule]) => rule.claims.includes('house-monotonicity')))('%s keeps everybody when there is one more seat', (_, rule) => {
    fc.assert(
      fc.property(anySmallElection, ({ options, voters, seats }) => {
        const [fewer = []] = committeesBy(rule, smallElection(options, voters, Math.max(seats - 1, 0)).election, {})
        const [more = []] = committeesBy(rule, smallElection(options, voters, seats).election, {})
        expect(fewer.filter((id) => !more.includes(id))).toStrictEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('exactness', () => {
  it.each(thiele.map((rule) => [rule.id, rule] as const))('%s elects the same where each voter stands for a thousand million', (_, rule) => {
    fc.assert(
      fc.property(anySmallElection, ({ election }) => {
        const many = profileBuilder()
        for (const { ballot, weight } of election.profile.ballots) many.add(ballot, weight * 1_000_000_007)
        const found = committeesBy(rule, { ...election, profile: many.build() }, { resolute: 'false' })
        expect(found).toStrictEqual(committeesBy(rule, election, { resolute: 'false' }))
      }),
      { numRuns: 30 },
    )
  })
  it('gives up on searches and lists that would not end', () => {
    const ids = Array.from({ length: 60 }, (_, number) => `o${number}`)
    const election = { options: optionsOf(ids), profile: emptyProfile, seats: 30, decimals: 0 }
    const refusal = (rule: Rule): string => {
      const outcome = applyRule(rule, election, { resolute: 'false' })
      return E.isLeft(outcome) ? outcome.left.type : outcome.right.type
    }
    expect([pav, av, trivial, seqPav, ePluribusHugo].map(refusal)).toStrictEqual(Array.from({ length: 5 }, () => 'ElectionTooLarge'))
    expect(committeesBy(pav, election, {})[0]).toStrictEqual(ids.slice(0, 30))
  })
})

describe('ties that are settled', () => {
  const level = smallElection(['oak', 'ash', 'elm'], [['oak'], ['ash'], ['elm']], 2)
  it.each([
    [seqPav, { tied: ['ash', 'elm', 'oak'], chosen: 'ash' }],
    [revSeqPav, { tied: ['oak', 'elm', 'ash'], chosen: 'oak' }],
    [av, { tied: ['ash', 'elm', 'oak'], chosen: 'ash' }],
    [pav, { tied: ['ash', 'elm', 'oak'], chosen: 'elm' }],
    [ePluribusHugo, { tied: ['oak', 'elm', 'ash'], chosen: 'oak' }],
  ] as const)('%# are recorded', (rule, tie) => {
    const outcome = applyRule(rule, level.election, { ties: 'option-id' })
    if (E.isLeft(outcome)) throw new Error(outcome.left.type)
    expect(outcome.right.ties[0]).toMatchObject({ ...tie, by: 'option-id' })
    expect(outcome.right.type === 'committee' && outcome.right.committees[0]?.toSorted()).toStrictEqual(['ash', 'elm'])
  })
})
