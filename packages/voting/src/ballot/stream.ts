/** The id of a poll or a roll within a stream's name, where `/` ends it. */
export const escapedId = (pollId: string): string =>
  pollId.includes('%') || pollId.includes('/') ? pollId.replaceAll('%', '%25').replaceAll('/', '%2F') : pollId

/** The small stream of one voter in one poll, so that nobody ever waits for another voter. */
export const ballotStream = (pollId: string, voterKey: string): string => `ballot-${escapedId(pollId)}/${voterKey}`
