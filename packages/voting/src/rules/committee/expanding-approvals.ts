import { defineRule, tieBreakOf, tieBreakParameter } from '@isegoria/election'
import type { CommitteeOutcome, OptionId, Round, Rule, Tie, TieBreak } from '@isegoria/election'
import { formatRatio, ratio } from '@isegoria/exact'
import type { Ratio } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { approvalsOf } from './approvals.ts'
import type { Approvals } from './approvals.ts'
import { expandingSupport } from './expanding-support.ts'
import type { ExpandingSupport } from './expanding-support.ts'
import { changed, equalPurses, holdersIn, togetherOf } from './purses.ts'
import type { Purses } from './purses.ts'
import { limit, withinLimits } from './work-limit.ts'

/** Fractions longer than this are not computed with: they get about twice as long with each seat. */
const mostBits = 64_000

/** The figures of options that were not elected are told up to this length: each is as long as the fractions are. */
const mostBitsTold = 4_000

const bitsOf = (value: bigint): number => value.toString(16).length * 4

/** What a seat costs. It is above `voters ÷ (seats + 1)`, and never more than `voters ÷ seats`, so that every seat is filled. */
const quotaOf = (name: string | undefined, { voters, options, seats }: Approvals): Ratio => {
  const [all, parts] = [BigInt(voters), BigInt(seats + 1)]
  const share = ratio(all, BigInt(Math.max(seats, 1)))
  if (name === 'hare') return share
  const whole = all / parts + 1n
  // all / parts + (whole - all / parts) / (options + 1)
  const places = BigInt(options.length)
  const quota = name === 'droop' ? ratio(whole) : ratio(all * places + whole * parts, parts * (places + 1n))
  return quota.numerator * share.denominator < share.numerator * quota.denominator ? quota : share
}

/** One way of looking at supporters as those of an option 0, as `purses.ts` reads them. */
const supportedBy = (approvals: Approvals, supporters: Int32Array): Approvals => ({
  ...approvals,
  supporters,
  supporterStarts: Int32Array.of(0, supporters.length),
})

const together = (view: Approvals, purses: Purses): bigint => togetherOf(holdersIn(view, purses)(0), purses)

/** Takes the quota from supporters who hold `support`, from each in proportion to what they hold. */
const paid = (view: Approvals, purses: Purses, support: bigint, quota: Ratio): Purses => {
  const left = support * quota.denominator - quota.numerator * purses.unit
  if (left === 0n) return changed(view, purses, { option: 0, unit: purses.unit, ofSupporters: () => 0n, ofOthers: (amount) => amount })
  const whole = support * quota.denominator
  limit('bits of a fraction', bitsOf(purses.unit) + bitsOf(whole), mostBits)
  return changed(view, purses, {
    option: 0,
    unit: purses.unit * whole,
    ofSupporters: (amount) => amount * left,
    ofOthers: (amount) => amount * whole,
  })
}

/** Options with at least a quota of support, and that support. */
type Eligible = ReadonlyArray<{ readonly option: number; readonly support: bigint }>

const elect = (approvals: Approvals, expanding: ExpandingSupport, quota: Ratio, order: TieBreak): CommitteeOutcome => {
  const { options, seats } = approvals
  const nameOf = (option: number): OptionId => options[option] ?? ''
  const isElected = new Uint8Array(options.length)
  const members: Array<OptionId> = []
  const ties: Array<Tie> = []
  const rounds: Array<Round> = []
  let purses = equalPurses(approvals, 1n, 1n)
  let rank = 0

  // Support only falls when a seat is paid for, so that none but those who had the quota before can have it still.
  const eligibleOf = (candidates: Iterable<number>): Eligible =>
    [...candidates].flatMap((option) => {
      if (isElected[option] === 1 || BigInt(expanding.votersFor(option)) * quota.denominator < quota.numerator) return []
      const support = together(supportedBy(approvals, expanding.supportersOf(option)), purses)
      return support * quota.denominator < quota.numerator * purses.unit ? [] : [{ option, support }]
    })

  let eligible: Eligible = []
  while (members.length < seats) {
    while (eligible.length === 0 && rank < options.length) eligible = eligibleOf(expanding.expandTo(++rank))
    const sorted = eligible.toSorted((a, b) => expanding.compareRanks(a.option, b.option) || order.compare(nameOf(a.option), nameOf(b.option)))
    const [best] = sorted
    if (best === undefined) break
    const level = sorted.filter(({ option }) => expanding.compareRanks(option, best.option) === 0).map(({ option }) => nameOf(option))
    const [chosen = '', next] = level
    const round = members.push(chosen)
    if (next !== undefined) ties.push({ round, tied: level, chosen, by: order.settledBy(chosen, next) })
    const { unit } = purses
    rounds.push({
      round,
      option: chosen,
      decision: 'elected',
      figures: { rank: `${rank}`, support: formatRatio(ratio(best.support, unit)), quota: formatRatio(quota) },
      ...(bitsOf(unit) > mostBitsTold
        ? {}
        : { tallies: Object.fromEntries(sorted.map(({ option, support }) => [nameOf(option), formatRatio(ratio(support, unit))])) }),
    })
    isElected[best.option] = 1
    if (members.length === seats) break
    purses = paid(supportedBy(approvals, expanding.supportersOf(best.option)), purses, best.support, quota)
    eligible = eligibleOf(eligible.map(({ option }) => option))
  }
  return { type: 'committee', committees: [members], ties, rounds }
}

/**
 * The expanding approvals rule: voters approve their first options, then those of rank 2 as well, and so on; whenever the
 * supporters of an option hold a quota together, it is elected and they pay the quota.
 *
 * Each voter begins with 1 and pays in proportion to what they still hold. The rank of an option on a ballot is one more than the number of
 * options that stand above it there, so that level options have one rank; what a ballot does not name is its last tier. A blank ballot
 * therefore supports every option, and an approval ballot is a tier of those approved above one of all others.
 *
 * The paper leaves three things open and proposes one choice for each, made here by default: the quota is `voters ÷ (seats + 1)`
 * and of the step from there to the next whole number the part `1 ÷ (options + 1)`; of several options with a quota the one is
 * elected that more voters rank first, then second, and so on; its supporters pay each by the same factor. Two things are ours. With
 * few voters that quota, or Droop's whole number, can be above `voters ÷ seats`, so that the last seats would stay empty; then it
 * is that share. And nobody pays for the last seat, since nothing follows from it. The choices were not compared with the printed
 * paper word for word.
 *
 * Any `n` quotas of voters who put the same options above all others see `n` of these elected, or all: proportionality
 * for solid coalitions.
 *
 * Ties: ranks are counted over all voters, whether or not they still hold anything; the chain `ties` settles what is level even so.
 * Cost: one step for each pair of a distinct ballot and an option, and for each seat a pass over the ballots; exact fractions
 * double in length with each seat, and `ElectionTooLarge` is answered where they grow beyond reason, with many different ballots from about a dozen seats.
 * Source: Aziz & Lee, "The expanding approvals rule: improving proportional representation and monotonicity", Social Choice
 * and Welfare 54, 2020, https://doi.org/10.1007/s00355-019-01208-3
 * @example
 * import { applyRule, profileOf } from '@isegoria/election'
 * import { E } from '@isegoria/kernel'
 *
 * const options = ['oak', 'ash', 'elm'].map((id) => ({ id, cost: 0n }))
 * const [left, right] = [{ type: 'ordinal', ranking: ['oak', 'ash'] }, { type: 'ordinal', ranking: ['elm', 'ash'] }] as const
 * const election = { options, profile: profileOf([left, left, left, right, right]), seats: 2, decimals: 0 }
 * const outcome = applyRule(expandingApprovals, election, {})
 * E.isRight(outcome) && outcome.right.type === 'committee' && outcome.right.committees // => [['oak', 'elm']]
 */
export const expandingApprovals: Rule = defineRule({
  id: 'expanding-approvals',
  version: '1',
  title: 'Expanding approvals rule',
  family: 'committee',
  source: 'https://doi.org/10.1007/s00355-019-01208-3',
  ballots: ['ordinal', 'weak-order', 'approval'],
  parameters: [
    {
      name: 'quota',
      values: ['near-droop', 'droop', 'hare'],
      meaning: 'what a seat costs: a little above voters ÷ (seats + 1), the whole number above it, or voters ÷ seats; never more than the last',
    },
    tieBreakParameter('given-order'),
  ],
  claims: ['anonymity', 'neutrality', 'determinism', 'majority', 'jr', 'pjr', 'psc'],
  violates: ['condorcet-consistency', 'smith', 'monotonicity', 'participation', 'consistency', 'clone-independence', 'ejr', 'house-monotonicity'],
  count: (election, { quota, ties = 'given-order' }) => {
    const order = tieBreakOf('expanding-approvals', election, ties)
    if (E.isLeft(order)) return order
    const approvals = approvalsOf(election)
    return withinLimits('expanding-approvals', () => elect(approvals, expandingSupport(election), quotaOf(quota, approvals), order.right))
  },
})
