import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { nobody, rollOf } from './roll.ts'
import type { DelegationRejection, DelegationSnapshot, VoterId } from './snapshot.ts'

/** Where a vote ends, with the persons it passes on the way: the voter first, then each delegate. */
export type VoteEnd =
  /** In the ballot of the last person of the chain; of the voter's own where the chain is the voter alone. */
  | { readonly type: 'counted'; readonly ballotOf: VoterId; readonly chain: ReadonlyArray<VoterId> }
  /** Nobody voted in this voter's name, and the voter delegates to nobody. */
  | { readonly type: 'abstained'; readonly reason: 'silent'; readonly chain: ReadonlyArray<VoterId> }
  /** The last person of the chain neither voted nor delegates. */
  | { readonly type: 'abstained'; readonly reason: 'dead-end'; readonly chain: ReadonlyArray<VoterId> }
  /** The chain comes back to a person it passed, who stands in it twice: there, and last. */
  | { readonly type: 'abstained'; readonly reason: 'cycle'; readonly chain: ReadonlyArray<VoterId> }

/** What each ballot weighs, and where each vote ended. */
export interface DelegationResolution {
  /** For each person who voted, in the order given, how many voters their ballot speaks for, themselves among them. */
  readonly weights: ReadonlyMap<VoterId, number>
  /** Voters whose vote ended in no ballot. */
  readonly abstentions: number
  /** Cost: the length of the chain. Errors: throws `RangeError` for a person who may not vote. */
  readonly endOf: (voter: VoterId) => VoteEnd
}

/** Whose vote ends nowhere; not yet followed. */
const [lost, open] = [-2, -3]

/** The ballot holder in whom each vote ends, or `lost`: each path is walked to where it is known, and once more to write that down. */
const endsOf = (next: Int32Array, hasVoted: Uint8Array): Int32Array => {
  const ends = new Int32Array(next.length).fill(open)
  /** The walk, by its first person, that passed each person last. */
  const walks = new Int32Array(next.length).fill(nobody)
  for (let start = 0; start < next.length; start++) {
    let at = start
    while (at !== nobody && ends[at] === open && walks[at] !== start) {
      walks[at] = start
      if (hasVoted[at] === 1) ends[at] = at
      else at = next[at] ?? nobody
    }
    const known = at === nobody ? lost : (ends[at] ?? lost)
    const end = known === open ? lost : known
    for (at = start; at !== nobody && ends[at] === open; at = next[at] ?? nobody) ends[at] = end
  }
  return ends
}

/**
 * Who votes for whom: a ballot of one's own overrides a delegation; any other vote goes from delegate to delegate until one
 * voted. A vote that comes round in a circle, or to somebody who did nothing, is an abstention.
 *
 * Every vote is counted once: the weights and the abstentions add up to the voters, which is asserted. Errors: a rejection
 * for the first person who voted, or delegation, that cannot be. Cost: linear, a few steps for each person, however long the
 * chains; no chain is written down before somebody asks for it.
 * @example
 * import { E } from '@isegoria/kernel'
 *
 * const resolved = resolveDelegations({
 *   voters: ['ann', 'ben', 'cleo', 'dan', 'eve'],
 *   voted: ['ann'],
 *   delegations: [{ from: 'ben', to: 'ann' }, { from: 'cleo', to: 'ben' }, { from: 'dan', to: 'eve' }],
 * })
 * if (E.isLeft(resolved)) throw new Error(resolved.left.type)
 * const { weights, abstentions, endOf } = resolved.right
 * weights.get('ann') // => 3
 * abstentions // => 2
 * endOf('cleo') // => { type: 'counted', ballotOf: 'ann', chain: ['cleo', 'ben', 'ann'] }
 * endOf('dan') // => { type: 'abstained', reason: 'dead-end', chain: ['dan', 'eve'] }
 */
export const resolveDelegations = (snapshot: DelegationSnapshot): Either<DelegationRejection, DelegationResolution> => {
  const roll = rollOf(snapshot)
  if (E.isLeft(roll)) return roll
  const { voters } = snapshot
  const { placeOf, next, hasVoted } = roll.right
  const ends = endsOf(next, hasVoted)
  const counts = new Int32Array(voters.length)
  let abstentions = 0
  for (const end of ends) {
    if (end < 0) abstentions++
    else counts[end] = (counts[end] ?? 0) + 1
  }
  const weights = new Map<VoterId, number>()
  let weighed = 0
  for (const [place, voter] of voters.entries()) {
    if (hasVoted[place] === 0) continue
    const weight = counts[place] ?? 0
    weights.set(voter, weight)
    weighed += weight
  }
  if (weighed + abstentions !== voters.length) throw new Error(`${weighed} votes and ${abstentions} abstentions of ${voters.length} voters`)
  const idAt = (place: number): VoterId => voters[place] ?? ''

  const endOf = (voter: VoterId): VoteEnd => {
    const place = placeOf(voter)
    if (place === undefined) throw new RangeError(`'${voter}' may not vote`)
    const seen = new Set<number>()
    const chain: Array<VoterId> = []
    let at = place
    for (;;) {
      chain.push(idAt(at))
      if (hasVoted[at] === 1) return { type: 'counted', ballotOf: idAt(at), chain }
      if (seen.has(at)) return { type: 'abstained', reason: 'cycle', chain }
      seen.add(at)
      const to = next[at] ?? nobody
      if (to === nobody) return { type: 'abstained', reason: at === place ? 'silent' : 'dead-end', chain }
      at = to
    }
  }
  return E.right({ weights, abstentions, endOf })
}
