import { numbering } from '@isegoria/kernel'

const hashOf = (voter: string): number => {
  let hash = 0
  for (let place = 0; place < voter.length; place++) hash = (Math.imul(hash, 31) + voter.charCodeAt(place)) | 0
  return hash
}

/** Numbers voters from 0, in the order in which they are first met. */
export const voterNumbers = (): ((voter: string) => number) => {
  const voters: Array<string> = []
  return numbering<string>({
    hashOf,
    keep: (voter) => void voters.push(voter),
    isAt: (number, voter) => voters[number] === voter,
    at: (number) => voters[number] ?? '',
    textOf: (voter) => voter,
  })
}
