import type { TieBreak } from '@isegoria/election'
import { tenTo } from '@isegoria/exact'
import type { Preferences } from '../../tally/preferences.ts'
import { countPaths } from './count-paths.ts'
import type { Handing, Level } from './count-paths.ts'
import { fixedText, largeFixedPoint, mostSmallDigits, quotientUp, smallFixedPoint } from './fixed-point.ts'
import type { FixedPoint } from './fixed-point.ts'
import { papersOf } from './papers.ts'
import type { Papers } from './papers.ts'
import { elected, excluded, hopeful, pathTree } from './path-tree.ts'
import { quotaInPlay } from './quota.ts'
import type { Quota } from './quota.ts'
import { traceOf } from './trace.ts'
import type { StvResult } from './trace.ts'

/** What decides a count by keep factors besides its papers. */
export interface KeepFactorSettings {
  readonly seats: number
  readonly handing: Handing
  readonly level: Level
  readonly quota: Quota
  /** Digits behind the point of every vote and factor. */
  readonly decimals: number
  /** Votes that are still to be handed on count as none at 10^-omega. */
  readonly omega: number
  readonly order: TieBreak
}

type Votes = ReadonlyArray<bigint>

/** Votes by keep factors, in safe integers where they hold every sum. */
const counterOf = (papers: Papers, states: Uint8Array, { handing, level, decimals }: KeepFactorSettings) => {
  const one = tenTo(decimals)
  const tree = pathTree(papers, states, level === 'split' ? 'when-one-elected' : 'when-none-hopeful')
  const votesIn = <N>(fixed: FixedPoint<N>) => {
    const count = (keep: Votes): Votes => countPaths(tree, papers.members, keep.map(fixed.from), fixed, handing, level).map(fixed.units)
    return count
  }
  const isSmall = decimals <= mostSmallDigits && BigInt(papers.voters) * one <= BigInt(Number.MAX_SAFE_INTEGER)
  return { leadOn: tree.leadOn, votesOf: isSmall ? votesIn(smallFixedPoint(Number(one))) : votesIn(largeFixedPoint(one)) }
}

/**
 * A count in which every option that is elected keeps a share of each vote that reaches it and hands on the rest, to
 * whomever the paper names next, elected or not; the shares are brought down until all who are elected have a quota.
 *
 * In an iteration the votes are counted, the quota follows from those in play, and whoever has it is elected. If nobody
 * was, the iteration ends when the surplus is at most 10^-omega, or no longer falls: then whoever has the fewest votes is
 * excluded. Else each keep factor becomes `factor × quota ÷ votes`, rounded up twice. Those whose votes are no further
 * above the fewest than the surplus count as level with them. *Cost*: iterations × nodes of the tree of papers.
 */
export const keepFactorCount = (preferences: Preferences, settings: KeepFactorSettings): StvResult => {
  const { seats, quota: kind, decimals, omega: digits, order } = settings
  const { options } = preferences
  const papers = papersOf(preferences)
  const states = new Uint8Array(options.length)
  const { leadOn, votesOf } = counterOf(papers, states, settings)
  const trace = traceOf(options, decimals, order)
  const one = tenTo(decimals)
  const omega = digits <= decimals ? tenTo(decimals - digits) : 0n
  const total = BigInt(papers.voters) * one
  const keep = options.map(() => one)
  const winners: Array<number> = []
  let votes = votesOf(keep)
  let surplus = 0n
  let quota = quotaInPlay(kind, total, seats)

  const inState = (state: number): ReadonlyArray<number> => options.flatMap((_, option) => (states[option] === state ? [option] : []))
  const text = (units: bigint): string => fixedText(units, decimals)
  const sum = (): bigint => votes.reduce((all, units) => all + units, 0n)
  const tell = (option: number, decision: string): void => {
    const factors = winners.map((winner) => [`keep:${options[winner] ?? ''}`, text(keep[winner] ?? 0n)])
    trace.tell(
      option,
      decision,
      { quota: text(quota), exhausted: text(total - sum()), surplus: text(surplus), ...Object.fromEntries(factors) },
      votes,
    )
  }
  const elect = (option: number, decision: string): void => {
    winners.push(option)
    states[option] = elected
    tell(option, decision)
    leadOn(option)
  }
  const exclude = (option: number, decision: string): void => {
    states[option] = excluded
    tell(option, decision)
    trace.drop(option)
    keep[option] = 0n
    leadOn(option)
    votes = votesOf(keep)
  }
  const votesFor = (option: number): bigint => votes[option] ?? 0n
  /** Those who have the quota, in the order in which the options were given; no more than there are seats, most votes first. */
  const electAll = (): boolean => {
    const reached = inState(hopeful).filter((option) => votesFor(option) >= quota)
    const chosen = new Set(reached.length <= seats - winners.length ? reached : [])
    while (chosen.size < Math.min(reached.length, seats - winners.length)) {
      const left = reached.filter((option) => !chosen.has(option))
      const most = left.reduce((top, option) => (votesFor(option) > top ? votesFor(option) : top), 0n)
      const level = left.filter((option) => votesFor(option) === most)
      const free = seats - winners.length - chosen.size
      for (const option of level.length <= free ? level : [trace.settle(level, 'best')]) chosen.add(option)
    }
    for (const option of reached) if (chosen.has(option)) elect(option, 'elected')
    return reached.length > 0
  }
  const lowerFactors = (): void => {
    for (const option of winners) {
      const has = votesFor(option)
      if (has === 0n) continue
      const factor = quotientUp(quotientUp((keep[option] ?? 0n) * quota, one) * one, has)
      keep[option] = factor < one ? factor : one
    }
  }
  const above = (units: bigint): bigint => (units > quota ? units - quota : 0n)
  /** Counts until somebody is elected or there is no surplus left to hand on; whether somebody was. */
  const iterate = (): boolean => {
    for (let last = total; ; last = surplus) {
      votes = votesOf(keep)
      quota = quotaInPlay(kind, sum(), seats)
      const hasElected = electAll()
      surplus = winners.reduce((all, option) => all + above(votesFor(option)), 0n)
      if (hasElected) return true
      if (surplus <= omega || surplus >= last) return false
      lowerFactors()
    }
  }
  const weakest = (): number => {
    const running = inState(hopeful)
    const fewest = running.reduce((least, option) => (votesFor(option) < least ? votesFor(option) : least), total)
    return trace.settle(
      running.filter((option) => votesFor(option) <= fewest + surplus),
      'worst',
    )
  }
  while (winners.length < seats && inState(hopeful).length > seats - winners.length) {
    if (!iterate()) exclude(weakest(), 'excluded')
    trace.nextStage()
  }
  const areLast = winners.length < seats
  for (const option of inState(hopeful)) {
    if (areLast) elect(option, 'elected-to-last-seat')
    else exclude(option, 'not-elected')
    votes = votesOf(keep)
  }
  return { elected: winners, rounds: trace.rounds, ties: trace.ties }
}
