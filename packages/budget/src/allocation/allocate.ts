import type { AllocationOutcome, Election, Round, RuleRejection, Tie, TieBreak } from '@isegoria/election'
import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { scoresOf, supportersOf, supportOf } from '../support/support.ts'
import type { Reading, Support } from '../support/support.ts'
import { ledgerOf } from './limits.ts'
import { partOf } from './part-funding.ts'
import type { Pot, Step } from './pot.ts'
import { potsOf } from './pots.ts'
import { missedThreshold } from './thresholds.ts'

type Emptied = Either<RuleRejection, ReadonlyArray<Step>>

/** Voters who support at least one of the projects. */
const votersOf = ({ groups, weights, ballotStarts, ballotProjects }: Support, projects: ReadonlyArray<number>): number => {
  const wanted = new Set(projects)
  let voters = 0
  for (let group = 0; group < groups; group++)
    for (let place = ballotStarts[group] ?? 0; place < (ballotStarts[group + 1] ?? 0); place++)
      if (wanted.has(ballotProjects[place] ?? -1)) {
        voters += weights[group] ?? 0
        break
      }
  return voters
}

/** Collects what the pots give into one outcome. */
const collector = ({ options, decimals, budget = 0n }: Election, tieBreak: TieBreak) => {
  const [selected, partial] = [new Array<string>(), new Array<{ readonly option: string; readonly amount: string }>()]
  const [rounds, ties] = [new Array<Round>(), new Array<Tie>()]
  const money = (minor: bigint): string => formatMoney({ minor, decimals })
  const idOf = (project: number): string => options[project]?.id ?? ''
  let spent = 0n
  return {
    fund: (project: number): void => {
      selected.push(idOf(project))
      spent += options[project]?.cost ?? 0n
    },
    fundPart: (project: number, amount: bigint): void => {
      partial.push({ option: idOf(project), amount: money(amount) })
      spent += amount
    },
    tell: ({ project, decision, figures, tied = [], tallies }: Step, pot: string): void => {
      const round = rounds.length + 1
      const option = idOf(project)
      const rival = tied.find((other) => other !== project)
      if (rival !== undefined) ties.push({ round, tied: tied.map(idOf), chosen: option, by: tieBreak.settledBy(option, idOf(rival)) })
      const where = pot === '' ? figures : { ...figures, envelope: pot }
      rounds.push({ round, option, decision, figures: where, ...(tallies === undefined ? {} : { tallies }) })
    },
    outcome: (): AllocationOutcome => ({
      type: 'allocation',
      selected,
      cost: money(spent),
      budget: money(budget),
      ties,
      rounds,
      ...(partial.length === 0 ? {} : { partial }),
    }),
  }
}

/**
 * Empties the pots of an election one after another by a method, and sees to what the election asks besides: thresholds
 * before, limits while, part-funding after, leftovers from pot to pot.
 */
export const allocate = (
  election: Election,
  reading: Reading,
  ties: TieBreak,
  method: (pot: Pot) => Emptied,
): Either<RuleRejection, AllocationOutcome> => {
  const { options, constraints = [], profile, decimals } = election
  const support = supportOf(election, reading)
  const [scores, supporters] = [scoresOf(support), supportersOf(support)]
  const placeOf = Int32Array.from(options, ({ id }) => ties.placeOf(id))
  const costs = options.map(({ cost }) => cost)
  const ledger = ledgerOf(election)
  const isInParts = constraints.some(({ type }) => type === 'part-funding')
  const into = new Map<string, bigint>()
  const { fund, fundPart, tell, outcome } = collector(election, ties)
  const pots = potsOf(election)
  for (const { name, amount, projects, leftoverTo } of pots) {
    const budget = amount + (into.get(name) ?? 0n)
    const voters = pots.length === 1 ? profile.voters : votersOf(support, projects)
    const { limits, limitsLeft } = ledger
    const all: Pot = { election, support, costs, budget, decimals, voters, projects, scores, supporters, placeOf, ties, limits, limitsLeft }
    const missed = projects.flatMap((project) => missedThreshold(constraints, all, project))
    for (const step of missed) tell(step, name)
    const failing = new Set(missed.map(({ project }) => project))
    const pot = { ...all, projects: projects.filter((project) => !failing.has(project)) }
    const steps = method(pot)
    if (E.isLeft(steps)) return steps
    let left = budget
    for (const step of steps.right) {
      tell(step, name)
      if (!step.isFunded) continue
      fund(step.project)
      ledger.book(step.project, costs[step.project] ?? 0n)
      left -= costs[step.project] ?? 0n
    }
    const part = isInParts ? partOf(pot, steps.right, left) : undefined
    if (part !== undefined) {
      tell(part.step, name)
      fundPart(part.step.project, part.amount)
      ledger.book(part.step.project, part.amount)
      left -= part.amount
    }
    if (left < 0n) throw new RangeError(`the method spends more than the ${formatMoney({ minor: budget, decimals })} of the envelope '${name}'`)
    if (leftoverTo !== undefined) into.set(leftoverTo, (into.get(leftoverTo) ?? 0n) + left)
  }
  return E.right(outcome())
}
