import type { AllocationOutcome, Election, OptionId } from '@isegoria/election'
import { ratio, zero } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { potsOf } from '../allocation/pots.ts'
import { equalPayers, heldBy, priceOf, supportersIn } from './purses.ts'
import type { Purses, Supporter } from './purses.ts'
import { isEqual, replayOf } from './replay.ts'
import type { ReadAs } from './replay.ts'
import { supportInOrder } from './support-in-order.ts'

/** How strongly a project that is not yet funded is supported in a round. */
export interface EffectiveSupport {
  readonly option: OptionId
  /**
   * Cost over price: the number of supporters who would pay for it if each paid as much as who pays most. All supporters as
   * long as nobody's purse is too small, fewer later; 0 where they can no longer pay. Where all pay the same, how many can.
   */
  readonly support: Ratio
  /** What its supporters have left together, in minor units. */
  readonly held: Ratio
}

/** The support of all projects that are open in a round: before a purchase, or after the last of an envelope. */
export interface SupportRound {
  /** What is bought in it; absent after the last purchase. */
  readonly bought?: OptionId
  readonly round: number
  readonly envelope: string
  readonly projects: ReadonlyArray<EffectiveSupport>
}

const strengthOf = (supporters: ReadonlyArray<Supporter>, cost: bigint, purses: Purses, areEqual: boolean): Ratio => {
  if (areEqual) return ratio(equalPayers(supporters, cost, purses).reduce((sum, one) => sum + one.voters, 0n))
  const price = priceOf(supporters, cost, purses)
  if (price === undefined) return zero
  const all = supporters.reduce((sum, one) => sum + one.voters * one.gain, 0n)
  return price.numerator === 0n ? ratio(all) : ratio(cost * price.denominator, price.numerator)
}

/**
 * Effective support per round, of all projects or of those that are asked for: why a priced rule such as Equal Shares buys
 * what it buys, as data for a picture. `undefined` for an outcome that cannot be bought once more.
 *
 * Cost: for each purchase a few looks at the supporters of each project that is asked for.
 * Source: the effective vote count of https://equalshares.net/explanation
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import type { Ballot } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const both: Ballot = { type: 'approval', approved: ['pool', 'trees'] }
 * const options = [{ id: 'pool', cost: 90n }, { id: 'trees', cost: 40n }]
 * const election = { options, profile: profileOf([both, both, { type: 'approval', approved: ['trees'] }]), budget: 120n, decimals: 0 }
 * const outcome = applyRule(equalShares, election, {})
 * const rounds = E.isRight(outcome) && outcome.right.type === 'allocation' ? effectiveSupport(election, outcome.right) : undefined
 * rounds?.map(({ bought }) => bought) // => ['trees', undefined]
 * rounds?.[0]?.projects[1]?.support // => { numerator: 3n, denominator: 1n }
 */
export const effectiveSupport = (
  election: Election,
  outcome: AllocationOutcome,
  { reading = { by: 'marks' }, options }: ReadAs & { readonly options?: Iterable<OptionId> } = {},
): ReadonlyArray<SupportRound> | undefined => {
  const support = supportInOrder(election, reading)
  const asked = options === undefined ? undefined : new Set(options)
  const envelopes = new Map(potsOf(election).flatMap(({ name, projects }) => projects.map((project) => [project, name] as const)))
  const shown = support.ids.map((_, project) => project).filter((project) => asked?.has(support.ids[project] ?? '') !== false)
  const supporters = new Map(shown.map((project) => [project, supportersIn(support, project)]))
  const gone = new Set<OptionId>()
  const openIn = (envelope: string, purses: Purses, areEqual: boolean): ReadonlyArray<EffectiveSupport> =>
    shown
      .filter((project) => envelopes.get(project) === envelope && !gone.has(support.ids[project] ?? ''))
      .map((project): EffectiveSupport => {
        const voters = supporters.get(project) ?? []
        const strength = strengthOf(voters, election.options[project]?.cost ?? 0n, purses, areEqual)
        return { option: support.ids[project] ?? '', support: strength, held: ratio(heldBy(voters, purses), purses.denominator) }
      })
  const rounds: Array<SupportRound> = []
  let isLastEqual = false
  const replay = replayOf(election, outcome, { reading }, (told, envelope, purses) => {
    const { round, option } = told
    isLastEqual = isEqual(told)
    rounds.push({ bought: option, round, envelope, projects: openIn(envelope, purses, isLastEqual) })
    gone.add(option)
  })
  if (replay === undefined) return undefined
  const last = rounds.at(-1)?.round ?? 0
  for (const [envelope, purses] of replay.left) rounds.push({ round: last + 1, envelope, projects: openIn(envelope, purses, isLastEqual) })
  return rounds
}
