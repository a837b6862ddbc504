import type { TieBreak } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import type { Preferences } from '../../tally/preferences.ts'
import { fixedText } from './fixed-point.ts'
import { elected, excluded, hopeful } from './path-tree.ts'
import { pilesOf } from './piles.ts'
import { wholeQuota } from './quota.ts'
import type { Quota } from './quota.ts'
import { traceOf } from './trace.ts'
import type { StvResult } from './trace.ts'

type Surpluses = 'in-turn' | 'together'

/** What decides a count by surpluses besides its papers. */
export interface GregorySettings {
  readonly seats: number
  readonly quota: Quota
  /** Digits behind the point of every value of a paper. */
  readonly decimals: number
  /** Whether surpluses are handed on one by one, each a stage, or all that there are in one stage. */
  readonly surpluses: Surpluses
  readonly order: TieBreak
}

/**
 * A count by the weighted inclusive Gregory method: one surplus after another is handed on, the largest first, or all at
 * once, by all papers of whoever has it, at a part of their value; where there is none whoever has the fewest votes is excluded, and
 * each of their papers goes on at the value it has.
 *
 * Ties: who had more votes after the last stage in which those who are level differed is the better; then the chain.
 * *Cost*: a paper is looked at once for each option on it; exact, since papers are counted and values added up apart.
 */
export const gregoryCount = (preferences: Preferences, settings: GregorySettings): StvResult => {
  const { seats, quota: kind, decimals, surpluses, order } = settings
  const { options } = preferences
  const one = tenTo(decimals)
  const states = new Uint8Array(options.length)
  const piles = pilesOf(preferences, states, one)
  const trace = traceOf(options, decimals, order)
  const quota = wholeQuota(kind, BigInt(piles.voters), seats, one)
  const total = BigInt(piles.voters) * one
  const winners: Array<number> = []
  /** Winners whose surplus is still to be handed on. */
  const waiting = new Set<number>()
  const votes = options.map((_, option) => piles.votes(option))
  /** Votes after each stage. */
  const stages: Array<ReadonlyArray<bigint>> = [[...votes]]

  const votesFor = (option: number): bigint => votes[option] ?? 0n
  const running = (): ReadonlyArray<number> => options.flatMap((_, option) => (states[option] === hopeful ? [option] : []))
  const tell = (option: number, decision: string, more: Readonly<Record<string, string>> = {}): void => {
    const counted = votes.reduce((sum, units) => sum + units, 0n)
    trace.tell(option, decision, { quota: fixedText(quota, decimals), exhausted: fixedText(total - counted, decimals), ...more }, votes)
  }
  /** Those of `level` who stand first, or last, after the last stage in which they differed. */
  const byEarlierStages = (level: ReadonlyArray<number>, wanted: 'best' | 'worst'): ReadonlyArray<number> => {
    let left = level
    for (let stage = stages.length - 1; stage >= 0 && left.length > 1; stage--) {
      const at = (option: number): bigint => stages[stage]?.[option] ?? 0n
      const limit = left.map(at).reduce((found, units) => ((wanted === 'best' ? units > found : units < found) ? units : found))
      left = left.filter((option) => at(option) === limit)
    }
    return left
  }
  const choose = (among: ReadonlyArray<number>, wanted: 'best' | 'worst'): number => {
    const limit = among.map(votesFor).reduce((found, units) => ((wanted === 'best' ? units > found : units < found) ? units : found))
    const level = among.filter((option) => votesFor(option) === limit)
    const left = byEarlierStages(level, wanted)
    const [chosen = 0] = left
    if (left.length > 1) return trace.settle(left, wanted)
    if (level.length > 1) trace.settled(level, chosen, 'earlier-stage')
    return chosen
  }
  const elect = (option: number, decision: string): void => {
    winners.push(option)
    states[option] = elected
    tell(option, decision)
  }
  /** Elects `among`, most votes first, as long as there are seats. */
  const electAll = (among: ReadonlyArray<number>, decision: string): void => {
    for (let left = among; left.length > 0 && winners.length < seats;) {
      const next = choose(left, 'best')
      elect(next, decision)
      if (votesFor(next) > quota) waiting.add(next)
      left = left.filter((option) => option !== next)
    }
  }
  const endStage = (): void => {
    stages.push([...votes])
    trace.nextStage()
    electAll(
      running().filter((option) => votesFor(option) >= quota),
      'elected',
    )
  }
  const handOnSurplus = (option: number): void => {
    waiting.delete(option)
    const surplus = votesFor(option) - quota
    const figures = { surplus: fixedText(surplus, decimals), votes: fixedText(votesFor(option), decimals) }
    piles.handOn(option, { surplus, votes: votesFor(option) }, votes)
    votes[option] = quota
    tell(option, 'surplus-transferred', figures)
  }
  const exclude = (option: number, decision: string): void => {
    states[option] = excluded
    tell(option, decision)
    trace.drop(option)
    piles.handOn(option, undefined, votes)
    votes[option] = 0n
  }
  electAll(
    running().filter((option) => votesFor(option) >= quota),
    'elected',
  )
  while (winners.length < seats && running().length > seats - winners.length) {
    if (waiting.size === 0) exclude(choose(running(), 'worst'), 'excluded')
    else if (surpluses === 'in-turn') handOnSurplus(choose([...waiting], 'best'))
    else waiting.forEach(handOnSurplus)
    endStage()
  }
  electAll(running(), 'elected-to-last-seat')
  for (const option of running()) tell(option, 'not-elected')
  return { elected: winners, rounds: trace.rounds, ties: trace.ties }
}
