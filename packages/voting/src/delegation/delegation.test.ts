import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { follow } from './delegation.oracle.ts'
import { resolveDelegations } from './resolve-delegations.ts'
import type { DelegationResolution } from './resolve-delegations.ts'
import type { DelegationSnapshot } from './snapshot.ts'

const resolved = (snapshot: DelegationSnapshot): DelegationResolution => {
  const resolution = resolveDelegations(snapshot)
  if (E.isLeft(resolution)) throw new Error(JSON.stringify(resolution.left))
  return resolution.right
}
const to = (text: string) => {
  const [from = '', delegate = ''] = text.split('>')
  return { from, to: delegate }
}

/** Everybody delegates to somebody else, or to nobody; some voted. */
const snapshots = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .record({
      delegates: fc.array(fc.option(fc.nat(size - 1)), { minLength: size, maxLength: size }),
      voted: fc.subarray(Array.from({ length: size }, (_, voter) => `v${voter}`)),
    })
    .map(({ delegates, voted }): DelegationSnapshot => ({
      voters: delegates.map((_, voter) => `v${voter}`),
      voted,
      delegations: delegates.flatMap((delegate, voter) =>
        delegate === null || delegate === voter ? [] : [{ from: `v${voter}`, to: `v${delegate}` }],
      ),
    })),
)

describe('delegations', () => {
  it('pass from delegate to delegate, unless one votes', () => {
    const { weights, abstentions, endOf } = resolved({
      voters: ['ann', 'ben', 'cleo', 'dan'],
      voted: ['ann', 'cleo'],
      delegations: ['ben>ann', 'cleo>ben', 'dan>cleo'].map(to),
    })
    expect([[...weights], abstentions]).toStrictEqual([
      [
        ['ann', 2],
        ['cleo', 2],
      ],
      0,
    ])
    expect(endOf('cleo')).toStrictEqual({ type: 'counted', ballotOf: 'cleo', chain: ['cleo'] })
  })
  it('that come round in a circle, or end at nobody, are abstentions with their reason', () => {
    const { weights, abstentions, endOf } = resolved({
      voters: ['ann', 'ben', 'cleo', 'dan', 'eve'],
      voted: [],
      delegations: ['ann>ben', 'ben>cleo', 'cleo>ben', 'dan>eve'].map(to),
    })
    expect([weights.size, abstentions]).toStrictEqual([0, 5])
    expect(['ann', 'ben', 'dan', 'eve'].map(endOf)).toStrictEqual([
      { type: 'abstained', reason: 'cycle', chain: ['ann', 'ben', 'cleo', 'ben'] },
      { type: 'abstained', reason: 'cycle', chain: ['ben', 'cleo', 'ben'] },
      { type: 'abstained', reason: 'dead-end', chain: ['dan', 'eve'] },
      { type: 'abstained', reason: 'silent', chain: ['eve'] },
    ])
    expect(() => endOf('zoe')).toThrow(RangeError)
  })
  it('of nobody give nothing', () => {
    const { weights, abstentions } = resolved({ voters: [], voted: [], delegations: [] })
    expect([weights.size, abstentions]).toStrictEqual([0, 0])
  })
  it('end where following each by hand ends, and lose no vote', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const { weights, abstentions, endOf } = resolved(snapshot)
        const byHand = snapshot.voters.map((voter) => follow(snapshot, voter))
        const ends = snapshot.voters.map(endOf)
        expect(ends.map((end) => (end.type === 'counted' ? `counted ${end.ballotOf}` : end.reason))).toStrictEqual(byHand)
        expect([...weights]).toStrictEqual(
          snapshot.voters
            .filter((voter) => snapshot.voted.includes(voter))
            .map((voter) => [voter, byHand.filter((end) => end === `counted ${voter}`).length]),
        )
        expect(abstentions).toBe(byHand.filter((end) => !end.startsWith('counted')).length)
        for (const [place, { chain }] of ends.entries()) {
          expect(chain[0]).toBe(snapshot.voters[place])
          for (const [step, from] of chain.slice(0, -1).entries()) expect(snapshot.delegations).toContainEqual({ from, to: chain[step + 1] })
        }
      }),
      { numRuns: 400 },
    )
  })
  it('of a hundred thousand in one line, or one circle, need no recursion', () => {
    const voters = Array.from({ length: 100_001 }, (_, place) => `v${place}`)
    const line = voters.slice(1).map((voter, place) => ({ from: `v${place}`, to: voter }))
    const { weights, endOf } = resolved({ voters, voted: ['v100000'], delegations: line })
    expect([weights.get('v100000'), endOf('v0').chain.length]).toStrictEqual([100_001, 100_001])
    expect(resolved({ voters, voted: [], delegations: [...line, to('v100000>v0')] }).abstentions).toBe(100_001)
  })
})

describe('a snapshot is refused', () => {
  const voters = ['ann', 'ben', 'cleo']
  it.each([
    ['a voter listed twice', { voters: ['ann', 'ben', 'ann'], voted: [], delegations: [] }, { type: 'VoterListedTwice', voter: 'ann' }],
    ['a ballot of a stranger', { voters, voted: ['zoe'], delegations: [] }, { type: 'VotedWithoutRight', voter: 'zoe' }],
    ['two ballots of one', { voters, voted: ['ben', 'ben'], delegations: [] }, { type: 'VotedTwice', voter: 'ben' }],
    ['a delegation by a stranger', { voters, voted: [], delegations: [to('zoe>ann')] }, { type: 'DelegatorUnknown', delegation: to('zoe>ann') }],
    ['a delegation to a stranger', { voters, voted: [], delegations: [to('ann>zoe')] }, { type: 'DelegateUnknown', delegation: to('ann>zoe') }],
    ['a delegation to oneself', { voters, voted: [], delegations: [to('ann>ann')] }, { type: 'DelegatedToThemselves', voter: 'ann' }],
    [
      'two delegations by one',
      { voters, voted: [], delegations: ['ann>ben', 'ann>cleo'].map(to) },
      { type: 'DelegatedTwice', voter: 'ann', to: ['ben', 'cleo'] },
    ],
  ])('for %s', (_, snapshot, rejection) => {
    expect(resolveDelegations(snapshot)).toStrictEqual(E.left(rejection))
  })
})
