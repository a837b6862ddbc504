import type { DelegationSnapshot, VoterId } from './snapshot.ts'

/** Where one vote ends, followed step by step as one would by hand: the ballot's holder, or the reason for none. */
export const follow = ({ voters, voted, delegations }: DelegationSnapshot, voter: VoterId): string => {
  let at = voter
  for (let steps = 0; steps <= voters.length; steps++) {
    if (voted.includes(at)) return `counted ${at}`
    const delegation = delegations.find(({ from }) => from === at)
    if (delegation === undefined) return at === voter ? 'silent' : 'dead-end'
    at = delegation.to
  }
  return 'cycle'
}
