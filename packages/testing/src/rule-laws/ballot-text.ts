import type { Ballot, OptionId } from '@isegoria/election'

/** Words with which lines of the notation begin: an option of that name is quoted. */
export const words: ReadonlyArray<string> = ['choose', 'rank', 'tiers', 'score', 'share']

/** An id as it is, or as a JSON string where it could be read as something else. */
export const idText = (id: OptionId): string => (/^[^\s:,;<>={}"]+$/.test(id) && !words.includes(id) ? id : JSON.stringify(id))

const list = (ids: ReadonlyArray<OptionId>, joint: string): string => ids.map(idText).join(joint)

const pointsText = (points: ReadonlyArray<readonly [OptionId, number]>): string => points.map(([id, number]) => `${idText(id)}:${number}`).join(' ')

/**
 * A ballot as `electionOf` reads it.
 *
 * @example
 * ballotText({ type: 'weak-order', tiers: [['oak'], ['ash', 'elm']] }) // => 'oak > ash = elm'
 */
export const ballotText = (ballot: Ballot): string => {
  switch (ballot.type) {
    case 'approval':
      return `{${list(ballot.approved, ', ')}}`
    case 'choose-one':
      return ballot.choice === null ? 'choose' : `choose ${idText(ballot.choice)}`
    case 'ordinal':
      return ballot.ranking.length === 0 ? 'rank' : list(ballot.ranking, ' > ')
    case 'weak-order': {
      const tiers = ballot.tiers.map((tier) => list(tier, ' = ')).join(' > ')
      return ballot.tiers.some((tier) => tier.length > 1) ? tiers : `tiers ${tiers}`.trim()
    }
    case 'score':
      return ballot.scores.length === 0 ? 'score' : pointsText(ballot.scores)
    case 'cumulative':
      return `share ${pointsText(ballot.points)}`.trim()
  }
}
