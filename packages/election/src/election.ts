import { createHash } from 'node:crypto'
import { formatMoney } from '@isegoria/exact'
import { canonicalText } from '@isegoria/kernel'
import { constraintText } from './constraint.ts'
import type { Constraint } from './constraint.ts'
import type { Option, OptionId } from './option.ts'
import type { Profile } from './profile.ts'

/** Everything a rule may look at. */
export interface Election {
  /** In the order in which they were given, which some rules use as their last tie-break. */
  readonly options: ReadonlyArray<Option>
  readonly profile: Profile
  /** Money to allocate, in minor units; absent where nothing is spent. */
  readonly budget?: bigint
  /** What an allocation obeys besides the budget; absent where nothing more is asked. */
  readonly constraints?: ReadonlyArray<Constraint>
  /** How many are elected, or how many seats are shared out; absent where neither is done. */
  readonly seats?: number
  /** Every option in the order of a lot that was drawn and published; absent where none was. */
  readonly lot?: ReadonlyArray<OptionId>
  /** The published seed of that lot, from which a rule that draws ballots draws them. */
  readonly seed?: string
  /** Decimals of one unit of money: costs and budget are in units of 10^-decimals. */
  readonly decimals: number
}

const ballotsInOnePiece = 1024

/**
 * The canonical JSON of an election in pieces, so that a million ballots are never one text. Keys are written in the
 * order of RFC 8785, in which those of a ballot in normal form already stand.
 */
function* electionText({ options, profile, budget, constraints = [], decimals, seats, lot, seed }: Election): Generator<string> {
  const money = (minor: bigint): string => formatMoney({ minor, decimals })
  yield '{"ballots":['
  for (let from = 0; from < profile.ballots.length; from += ballotsInOnePiece) {
    const piece = profile.ballots.slice(from, from + ballotsInOnePiece).map(({ ballot, weight }) => ({ ballot, weight }))
    yield `${from === 0 ? '' : ','}${JSON.stringify(piece).slice(1, -1)}`
  }
  const listed = options.map(({ id, cost }) => ({ cost: money(cost), id }))
  yield `],"budget":${JSON.stringify(budget === undefined ? null : money(budget))}`
  if (constraints.length > 0) yield `,"constraints":${canonicalText(constraints.map((one) => constraintText(one, money)))}`
  if (lot !== undefined) yield `,"lot":${JSON.stringify(lot)}`
  yield `,"options":${JSON.stringify(listed)}`
  if (seats !== undefined) yield `,"seats":${seats}`
  if (seed !== undefined) yield `,"seed":${JSON.stringify(seed)}`
  yield `,"voters":${profile.voters}}`
}

/**
 * SHA-256 of the election's canonical JSON (RFC 8785): two elections with one hash give one outcome.
 *
 * @example
 * const election = { options: [{ id: 'a', cost: 150n }], profile: emptyProfile, budget: 200n, decimals: 2 }
 * electionHash(election) === electionHash({ ...election, decimals: 0 }) // => false
 */
export const electionHash = (election: Election): string => {
  const hash = createHash('sha256')
  for (const piece of electionText(election)) hash.update(piece)
  return hash.digest('hex')
}
