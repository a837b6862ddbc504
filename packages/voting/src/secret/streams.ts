import { canonicalHash, escapedId } from '@isegoria/kernel'

/** One voter's entry on the roll of one poll. */
export const rollStream = (pollId: string, voterKey: string): string => `roll-${escapedId(pollId)}/${voterKey}`

/** One ballot in the box of one poll; its id says nothing of a voter. */
export const boxStream = (pollId: string, ballotId: string): string => `box-${escapedId(pollId)}/${ballotId}`

/** One credential that was spent in one poll, by the hash of its serial. */
export const spentStream = (pollId: string, hash: string): string => `spent-${escapedId(pollId)}/${hash}`

/** What names the ballot and the spending of one credential. The roll never saw the serial, so this leads from box to box only. */
export const serialHash = (pollId: string, serial: string): string => canonicalHash({ pollId, serial })
