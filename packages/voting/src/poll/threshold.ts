import type { Ballot, BallotType, OptionId, Profile } from '@isegoria/election'
import type { PollDefined, Support, TallyComputed, Threshold } from './events.ts'
import type { PollRejection } from './rejections.ts'

/** The kinds of ballots of which each is for an option or is not; of points no ballot says for which option it is. */
const withSupport: ReadonlyArray<BallotType> = ['approval', 'choose-one', 'ordinal', 'weak-order']

/** Why a poll cannot be defined with its threshold. */
export const faultOfThreshold = ({ threshold, seats, form, electors }: Omit<PollDefined, 'type'>): PollRejection | undefined => {
  if (threshold === undefined) return undefined
  const { numerator, denominator, comparison, of } = threshold
  const [least, most] = comparison === 'at-least' ? [1, denominator] : [0, denominator - 1]
  if (denominator < 1 || numerator < least || numerator > most) return { type: 'ThresholdOutOfRange', numerator, denominator, comparison }
  if (seats !== undefined) return { type: 'ThresholdWithoutShare', because: 'seats' }
  if (!withSupport.includes(form.type)) return { type: 'ThresholdWithoutShare', because: form.type }
  return of === 'electors' && electors === undefined ? { type: 'ThresholdWithoutRoll' } : undefined
}

/** The options that a ballot is for: those it approves, the one it chooses, whom it ranks first, alone or level; of points it has none. */
const supportedBy = (ballot: Ballot): ReadonlyArray<OptionId> => {
  switch (ballot.type) {
    case 'approval':
      return ballot.approved
    case 'choose-one':
      return ballot.choice === null ? [] : [ballot.choice]
    case 'ordinal':
      return ballot.ranking.slice(0, 1)
    case 'weak-order':
      return ballot.tiers.find((tier) => tier.length > 0) ?? []
    case 'cumulative':
    case 'score':
      return []
  }
}

/**
 * How many of the ballots that are not blank are for each of `winners`, read from the ballots alone: what a rule's own
 * figures say after eliminations and transfers is no share of the voters.
 *
 * A ballot is for the options that it approves, for the one that it chooses, or for the one that it ranks first; where
 * several are level at its top it is for each of them. It is blank if it is for nobody. `electors` is how many were on the
 * roll when the poll closed. Cost: one pass over the distinct ballots.
 * @example
 * import { profileOf } from '@isegoria/election'
 *
 * const ballots = [['elm'], ['elm', 'oak'], ['oak'], []].map((approved) => ({ type: 'approval', approved }) as const)
 * supportOf(profileOf(ballots), ['elm']) // => { ballots: 3, supporters: { elm: 2 } }
 */
export const supportOf = ({ ballots }: Profile, winners: ReadonlyArray<OptionId>, electors?: number): Support => {
  const supporters = new Map(winners.map((id) => [id, 0]))
  let marked = 0
  for (const { ballot, weight } of ballots) {
    const supported = new Set(supportedBy(ballot))
    if (supported.size > 0) marked += weight
    for (const id of supported) {
      const before = supporters.get(id)
      if (before !== undefined) supporters.set(id, before + weight)
    }
  }
  return { ballots: marked, ...(electors === undefined ? {} : { electors }), supporters: Object.fromEntries(supporters) }
}

/** Why no tally is recorded with that support where the poll has a threshold. */
export const faultOfSupport = (
  threshold: Threshold,
  { outcome, support }: Pick<TallyComputed, 'outcome' | 'support'>,
  sealed: number,
): PollRejection | undefined => {
  if (outcome.type !== 'ranking') return { type: 'ThresholdWithoutShare', because: outcome.type }
  if (support === undefined || (threshold.of === 'electors' && support.electors === undefined)) return { type: 'SupportMissing', of: threshold.of }
  const missing = outcome.winners.find((id) => !Object.hasOwn(support.supporters, id))
  if (missing !== undefined) return { type: 'SupportMissing', of: missing }
  const { ballots, electors = 0 } = support
  if (ballots < 0 || ballots > sealed) return { type: 'NumberOutOfRange', field: 'ballots with support', value: ballots }
  if (electors < 0) return { type: 'NumberOutOfRange', field: 'electors', value: electors }
  const wrong = Object.entries(support.supporters).find(([, value]) => value < 0 || value > ballots)
  return wrong === undefined ? undefined : { type: 'NumberOutOfRange', field: `supporters of ${wrong[0]}`, value: wrong[1] }
}

/** Whether that many of so many are the share asked for, compared exactly; nobody is no share of nobody. */
const isReached = ({ numerator, denominator, comparison }: Threshold, supporters: number, base: number): boolean => {
  const [given, asked] = [BigInt(supporters) * BigInt(denominator), BigInt(numerator) * BigInt(base)]
  return base > 0 && (comparison === 'at-least' ? given >= asked : given > asked)
}

/** Why a result is not adopted: more than one option wins, or the one that does has too small a share. */
export const faultOfResult = (threshold: Threshold, { outcome, support }: Omit<TallyComputed, 'type'>): PollRejection | undefined => {
  const winners = outcome.type === 'ranking' ? outcome.winners : []
  const [winner] = winners
  if (winner === undefined || winners.length > 1) return { type: 'WinnerNotSingle', winners }
  const supporters = support?.supporters[winner] ?? 0
  const base = (threshold.of === 'electors' ? support?.electors : support?.ballots) ?? 0
  return isReached(threshold, supporters, base) ? undefined : { type: 'ThresholdNotReached', option: winner, supporters, base, threshold }
}
