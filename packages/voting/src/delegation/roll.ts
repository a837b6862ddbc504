import { E, numbering } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { DelegationRejection, DelegationSnapshot, VoterId } from './snapshot.ts'

/** Stands for no delegate. */
export const nobody = -1

/** A snapshot as numbers: voters by their place in it. */
export interface Roll {
  readonly placeOf: (voter: VoterId) => number | undefined
  /** The delegate of each voter, or `nobody`. */
  readonly next: Int32Array
  /** 1 for those who voted. */
  readonly hasVoted: Uint8Array
}

const hashOf = (voter: VoterId): number => {
  let hash = 0
  for (let place = 0; place < voter.length; place++) hash = (Math.imul(hash, 31) + voter.charCodeAt(place)) | 0
  return hash
}

/** Numbers the voters of a roll by their places, given once in its order, and strangers from its length on. */
const numbersOf = (voters: ReadonlyArray<VoterId>): ((voter: VoterId) => number) => {
  const strangers: Array<VoterId> = []
  let kept = 0
  const at = (number: number): VoterId => voters[number] ?? strangers[number - voters.length] ?? ''
  return numbering<VoterId>({
    hashOf,
    keep: (voter) => {
      if (kept++ >= voters.length) strangers.push(voter)
    },
    isAt: (number, voter) => at(number) === voter,
    at,
    textOf: (voter) => voter,
  })
}

/** The snapshot, checked. Cost: a look-up for each voter and ballot, and two for each delegation. */
export const rollOf = ({ voters, voted, delegations }: DelegationSnapshot): Either<DelegationRejection, Roll> => {
  const numberOf = numbersOf(voters)
  let place = 0
  for (const voter of voters) if (numberOf(voter) !== place++) return E.left({ type: 'VoterListedTwice', voter })
  const size = voters.length
  const hasVoted = new Uint8Array(size)
  for (const voter of voted) {
    const number = numberOf(voter)
    if (number >= size) return E.left({ type: 'VotedWithoutRight', voter })
    if (hasVoted[number] === 1) return E.left({ type: 'VotedTwice', voter })
    hasVoted[number] = 1
  }
  const next = new Int32Array(size).fill(nobody)
  for (const delegation of delegations) {
    const from = numberOf(delegation.from)
    const to = numberOf(delegation.to)
    if (from >= size) return E.left({ type: 'DelegatorUnknown', delegation })
    if (to >= size) return E.left({ type: 'DelegateUnknown', delegation })
    if (from === to) return E.left({ type: 'DelegatedToThemselves', voter: delegation.from })
    const earlier = next[from] ?? nobody
    if (earlier !== nobody) return E.left({ type: 'DelegatedTwice', voter: delegation.from, to: [voters[earlier] ?? '', delegation.to] })
    next[from] = to
  }
  const placeOf = (voter: VoterId): number | undefined => {
    const number = numberOf(voter)
    return number < size ? number : undefined
  }
  return E.right({ placeOf, next, hasVoted })
}
