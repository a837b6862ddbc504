import type { OptionId } from '@isegoria/election'
import type { BallotFile } from '@isegoria/interchange'

/** A ranking without level options, and its voters. */
export interface Paper {
  readonly ranking: ReadonlyArray<OptionId>
  readonly voters: number
}

/** The ballots of a file as rankings: a tier that several share is left out, which is how CondorcetPHP reads it here. */
export const papersOf = ({ ballots }: BallotFile): ReadonlyArray<Paper> =>
  ballots.map(({ ballot, count }) => {
    if (ballot.type === 'ordinal') return { ranking: ballot.ranking, voters: count }
    const tiers = ballot.type === 'weak-order' ? ballot.tiers : []
    return { ranking: tiers.flatMap((tier) => (tier.length === 1 ? tier : [])), voters: count }
  })

const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** In what a tool counts otherwise than by the weighted inclusive Gregory method. */
export interface Ways {
  /** A paper loses value only where its first choice hands it on. */
  readonly firstValueStays?: boolean
  /** Papers that name nobody raise the quota. */
  readonly blanksCount?: boolean
  /** The count ends after a round that elects, with however many; else as soon as there are as many options as seats. */
  readonly endsElecting?: boolean
  /** Whoever is not among the best of all but one is excluded, where the exhausted votes take one of those places. */
  readonly exhaustedAmongBest?: boolean
}

/** CondorcetPHP 4445f873: all votes are counted anew in each round, and only the first option of a ballot tells its value. */
export const condorcetWays: Ways = { firstValueStays: true, blanksCount: true, endsElecting: true }

/** votelib 94af16c: it excludes two at a time once more votes are exhausted than the second weakest has. */
export const votelibWays: Ways = { exhaustedAmongBest: true }

/**
 * A plain count with floating-point numbers in which all surpluses go on together and the last of those who are level is
 * excluded: it tells in which way another tool came to its outcome, and decides nothing.
 */
export const countIn = (ways: Ways, papers: ReadonlyArray<Paper>, options: ReadonlyArray<OptionId>, seats: number): ReadonlyArray<OptionId> => {
  const valid = papers.filter(({ ranking }) => ways.blanksCount === true || ranking.length > 0)
  const quota = Math.floor(sum(valid.map(({ voters }) => voters)) / (seats + 1)) + 1
  const elected: Array<OptionId> = []
  const excluded: Array<OptionId> = []
  let running = options
  let piles = papers.map(({ ranking, voters }) => ({ ranking, worth: voters, holder: ranking[0] ?? '' }))
  for (;;) {
    const votes = (option: OptionId): number => sum(piles.map(({ holder, worth }) => (holder === option ? worth : 0)))
    const sorted = running.map((option) => ({ option, held: votes(option) })).toSorted((left, right) => right.held - left.held)
    const free = seats - elected.length
    if (running.length === 0 || (ways.endsElecting !== true && free === 0)) break
    if (ways.endsElecting !== true && running.length <= free) return [...elected, ...sorted.map(({ option }) => option)]
    const reached = sorted.filter(({ held }) => held >= quota - 1e-9)
    const exhausted = votes('')
    const isCrowded = ways.exhaustedAmongBest === true && sorted.filter(({ held }) => held >= exhausted).length < running.length - 1
    const leaving = reached.length > 0 ? reached : sorted.slice(isCrowded ? -2 : -1)
    for (const { option } of leaving) (reached.length > 0 ? elected : excluded).push(option)
    if (ways.endsElecting === true && reached.length > 0 && elected.length >= seats) break
    const parts = new Map(leaving.map(({ option, held }) => [option, reached.length > 0 ? (held - quota) / held : 1]))
    const staying = running.filter((option) => !parts.has(option))
    piles = piles.map((pile) => {
      const part = parts.get(pile.holder)
      if (part === undefined) return pile
      const isKept = ways.firstValueStays === true && pile.holder !== pile.ranking[0]
      const rest = pile.ranking.slice(pile.ranking.indexOf(pile.holder) + 1)
      return { ...pile, worth: isKept ? pile.worth : pile.worth * part, holder: rest.find((option) => staying.includes(option)) ?? '' }
    })
    running = staying
  }
  return [...elected, ...excluded.toReversed()].slice(0, Math.max(seats, elected.length))
}
