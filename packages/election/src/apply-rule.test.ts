import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { applyRule, electionHash, numberedProfile, profileBuilder, profileOf } from './index.ts'
import type { Ballot, Election, Profile, Rule } from './index.ts'

const ballots: ReadonlyArray<Ballot> = [
  { type: 'approval', approved: ['a', 'b'] },
  { type: 'choose-one', choice: 'a' },
  { type: 'cumulative', points: [['a', 2]] },
  { type: 'ordinal', ranking: ['b', 'a'] },
  { type: 'score', scores: [['b', 5]] },
  { type: 'weak-order', tiers: [['a', 'b']] },
]
const profileOfAll = (): Profile => profileOf(ballots)
/** One that no builder made. */
const plainProfile = (): Profile => ({
  voters: ballots.length,
  ballots: ballots.map((ballot) => ({ ballot: structuredClone(ballot), weight: 1 })),
})
const electionOf = (profile: Profile): Election => ({ options: ['a', 'b'].map((id) => ({ id, cost: 0n })), profile, decimals: 0, lot: ['b', 'a'] })

/** What a rule without types may do to what it gets. */
type Changeable = {
  profile: { voters: number; ballots: Array<{ weight: number; ballot: Record<string, Array<unknown>> }> }
  lot: Array<string>
}

const ruleThat = (change: (given: Changeable) => unknown): Rule => ({
  id: 'careless',
  version: '1',
  title: 'Careless',
  family: 'voting',
  source: 'none',
  ballots: ['approval', 'choose-one', 'cumulative', 'ordinal', 'score', 'weak-order'],
  parameters: [],
  claims: [],
  violates: [],
  count: (given) => {
    change(given as never)
    return E.right({ type: 'ranking', ranking: [['a', 'b']], winners: ['a', 'b'], ties: [], rounds: [] })
  },
})
const listOf = (given: Changeable, field: string): Array<unknown> =>
  given.profile.ballots.map(({ ballot }) => ballot[field]).find((list) => list !== undefined) ?? []

describe.each([
  ['a profile that a builder made', profileOfAll],
  ['any other profile', plainProfile],
])('a rule that would change %s', (_, make) => {
  it.each<readonly [string, (given: Changeable) => unknown]>([
    ['empties the ballots', (given) => (given.profile.ballots.length = 0)],
    ['puts in a ballot', (given) => given.profile.ballots.push({ weight: 9, ballot: {} })],
    ['takes out a ballot', (given) => given.profile.ballots.pop()],
    ['weighs a ballot anew', (given) => given.profile.ballots.forEach((one) => (one.weight = 9))],
    ['gives a ballot another list', (given) => given.profile.ballots.forEach(({ ballot }) => (ballot['ranking'] = []))],
    ...['approved', 'points', 'ranking', 'scores', 'tiers'].map(
      (field) => [`empties what a ballot says (${field})`, (given: Changeable) => (listOf(given, field).length = 0)] as const,
    ),
    ...['points', 'scores', 'tiers'].map(
      (field) =>
        [`changes a part of what a ballot says (${field})`, (given: Changeable) => (listOf(given, field)[0] as Array<unknown>).push('x')] as const,
    ),
    ['counts other voters', (given) => (given.profile.voters = 0)],
    ['puts other ballots there', (given) => (given.profile = { voters: 0, ballots: [] })],
    ['changes the lot', (given) => given.lot.pop()],
  ])('fails where it %s, and harms nobody', (__, change) => {
    const election = electionOf(make())
    const hash = electionHash(electionOf(make()))
    expect(applyRule(ruleThat(change), election, {})).toMatchObject(E.left({ type: 'RuleFailed' }))
    expect(electionHash(election)).toBe(hash)
    expect(
      applyRule(
        ruleThat(() => undefined),
        election,
        {},
      ),
    ).toMatchObject({ _tag: 'Right' })
  })
})

describe('a profile that was counted', () => {
  it('is the profile that it was, with its numbers, and can be counted and copied as before', () => {
    const [profile, fresh] = [profileOfAll(), profileOfAll()]
    const numbered = numberedProfile(profile)
    applyRule(
      ruleThat(() => undefined),
      electionOf(profile),
      {},
    )
    expect(profile).toStrictEqual(fresh)
    expect({ ...profile }).toStrictEqual({ ...fresh })
    expect(structuredClone(profile)).toStrictEqual(structuredClone(fresh))
    expect(numberedProfile(profile)).toBe(numbered)
  })
  it('has its ballots sorted only when somebody looks at them', () => {
    const builder = profileBuilder()
    for (let voter = 0; voter < 3; voter++) builder.add({ type: 'approval', approved: ['a'] })
    const profile = builder.build()
    let looks = 0
    const { get } = Object.getOwnPropertyDescriptor(profile, 'ballots') ?? {}
    Object.defineProperty(profile, 'ballots', { get: () => (looks++, get?.call(profile)) })
    applyRule(
      ruleThat(() => undefined),
      electionOf(profile),
      {},
    )
    expect(looks).toBe(0)
    expect([profile.ballots.length, profile.ballots[0]?.weight, looks]).toStrictEqual([1, 3, 1])
  })
})
