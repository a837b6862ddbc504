import { marked } from '@isegoria/election'
import type { Ballot, Election, OptionId, Outcome, Profile } from '@isegoria/election'
import { formatMoney, parseMoney, withDecimals } from '@isegoria/exact'

/** How many voters have more than before, as much, and less. */
export interface Shift {
  readonly more: number
  readonly same: number
  readonly fewer: number
}

/** What an outcome means for some voters, beside another. */
export interface VoterShift {
  readonly all: number
  /** By the number of options that they support and that are chosen. */
  readonly chosen: Shift
  /** By the money that goes to projects that they support; absent where none is shared out. */
  readonly money?: Shift
  /** Those with something now and nothing before. */
  readonly gained: number
  /** Those with nothing now and something before. */
  readonly lost: number
}

/** What a what-if decides otherwise than the poll. Money as decimal text. */
export interface Difference {
  /** Chosen now and not before, in the order of the outcome. */
  readonly in: ReadonlyArray<OptionId>
  /** Chosen before and not now. */
  readonly out: ReadonlyArray<OptionId>
  /** What was spent and what is; what the projects that are in cost now, and those that are out before. Absent where none is shared out. */
  readonly money?: { readonly before: string; readonly after: string; readonly in: string; readonly out: string }
  /** Everybody whose ballot counted in the poll. */
  readonly voters: VoterShift
  /** Those whom the what-if counts. */
  readonly counted: VoterShift
}

/** An outcome with the election that it decides. */
export interface Decided {
  readonly election: Election
  readonly outcome: Outcome
}

/** What one side gives: the options chosen, and money by option, in units of one size for both sides. */
interface Given {
  readonly chosen: ReadonlySet<OptionId>
  readonly amounts: ReadonlyMap<OptionId, bigint> | undefined
}

/** Funded projects, winners, or members; of several committees the first. */
const chosenBy = (outcome: Outcome): ReadonlyArray<OptionId> => {
  switch (outcome.type) {
    case 'allocation':
      return outcome.selected
    case 'ranking':
      return outcome.winners
    case 'committee':
      return outcome.committees[0] ?? []
    case 'seats':
      return Object.entries(outcome.seats).flatMap(([party, seats]) => (seats > 0 ? [party] : []))
  }
}

/** The options that a ballot speaks for: all that it marks, but none to which it gives no points. */
const supportedBy = (ballot: Ballot): ReadonlyArray<OptionId> => {
  const points = ballot.type === 'cumulative' ? ballot.points : ballot.type === 'score' ? ballot.scores : undefined
  return points === undefined ? marked(ballot) : points.flatMap(([option, given]) => (given > 0 ? [option] : []))
}

const givenBy = ({ election, outcome }: Decided, decimals: number): Given => {
  const chosen = new Set(chosenBy(outcome))
  if (outcome.type !== 'allocation') return { chosen, amounts: undefined }
  const costs = new Map(election.options.map(({ id, cost }) => [id, withDecimals({ minor: cost, decimals: election.decimals }, decimals).minor]))
  const amounts = new Map(outcome.selected.map((id) => [id, costs.get(id) ?? 0n]))
  for (const { option, amount } of outcome.partial ?? [])
    amounts.set(option, withDecimals(parseMoney(amount) ?? { minor: 0n, decimals: 0 }, decimals).minor)
  return { chosen, amounts }
}

const add = (shift: { more: number; same: number; fewer: number }, by: number | bigint, weight: number): void => {
  shift[by > 0 ? 'more' : by < 0 ? 'fewer' : 'same'] += weight
}

const shiftOf = ({ voters, ballots }: Profile, before: Given, after: Given): VoterShift => {
  const chosen = { more: 0, same: 0, fewer: 0 }
  const money = { more: 0, same: 0, fewer: 0 }
  let [gained, lost] = [0, 0]
  for (const { ballot, weight } of ballots) {
    let [had, has, moved] = [0, 0, 0n]
    for (const id of supportedBy(ballot)) {
      if (before.chosen.has(id)) had++
      if (after.chosen.has(id)) has++
      moved += (after.amounts?.get(id) ?? 0n) - (before.amounts?.get(id) ?? 0n)
    }
    add(chosen, has - had, weight)
    add(money, moved, weight)
    if (had === 0 && has > 0) gained += weight
    if (had > 0 && has === 0) lost += weight
  }
  return { all: voters, chosen, ...(before.amounts === undefined || after.amounts === undefined ? {} : { money }), gained, lost }
}

const sum = (ids: ReadonlyArray<OptionId>, { amounts }: Given, decimals: number): string =>
  formatMoney({ minor: ids.reduce((total, id) => total + (amounts?.get(id) ?? 0n), 0n), decimals })

/**
 * What `after` decides otherwise than `before`, for everybody whose ballot counted before and for those in `counted`.
 *
 * Cost: one pass over the distinct ballots, two where others are counted.
 */
export const differenceOf = (before: Decided, after: Decided, counted: Profile): Difference => {
  const decimals = Math.max(before.election.decimals, after.election.decimals)
  const [was, is] = [givenBy(before, decimals), givenBy(after, decimals)]
  const into = [...is.chosen].filter((id) => !was.chosen.has(id))
  const out = [...was.chosen].filter((id) => !is.chosen.has(id))
  const { profile } = before.election
  const voters = shiftOf(profile, was, is)
  const [spent, spends] = [before.outcome, after.outcome]
  const isMoney = spent.type === 'allocation' && spends.type === 'allocation'
  return {
    in: into,
    out,
    ...(isMoney ? { money: { before: spent.cost, after: spends.cost, in: sum(into, is, decimals), out: sum(out, was, decimals) } } : {}),
    voters,
    counted: counted === profile ? voters : shiftOf(counted, was, is),
  }
}
