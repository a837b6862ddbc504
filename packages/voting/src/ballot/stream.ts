import { escapedId } from '@isegoria/kernel'

/** The small stream of one voter in one poll, so that nobody ever waits for another voter. */
export const ballotStream = (pollId: string, voterKey: string): string => `ballot-${escapedId(pollId)}/${voterKey}`
