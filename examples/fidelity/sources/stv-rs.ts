import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRule } from '@isegoria/election'
import type { CommitteeOutcome, Election } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { BallotFile } from '@isegoria/interchange'
import { ballotFileElection, readBlt } from '@isegoria/interchange'
import { stv } from '@isegoria/voting'
import type { Comparison, Source } from '../comparison.ts'
import { isComplete, stvRsLog } from './stv-rs-log.ts'
import type { LoggedStep } from './stv-rs-log.ts'

type Level = 'equalized' | 'split'

/** Ties go to the tool's own order: whom it names first it excludes first, those of the file where that has no order. */
const electionOf = (file: BallotFile): Election => {
  const election = ballotFileElection(file)
  return { ...election, lot: file.tieOrder ?? election.options.map(({ id }) => id).toReversed() }
}

const counted = (election: Election, level: Level): CommitteeOutcome | undefined => {
  const outcome = applyRule(stv, election, { variant: 'meek', level, ties: 'lot' })
  return E.isRight(outcome) && outcome.right.type === 'committee' ? outcome.right : undefined
}

const ours = ({ rounds }: CommitteeOutcome): ReadonlyArray<LoggedStep> =>
  rounds.map(({ decision, option, figures, tallies = {} }) => ({
    decision,
    option,
    votes: tallies,
    quota: figures['quota'] ?? '',
    residual: figures['exhausted'] ?? '',
  }))

const told = ({ decision, option, quota, residual, votes }: LoggedStep): string =>
  [
    decision,
    option,
    quota,
    residual,
    ...Object.entries(votes)
      .map(([id, units]) => `${id}=${units}`)
      .toSorted(),
  ].join(' ')

const decided = (steps: ReadonlyArray<LoggedStep>): string => steps.map(({ decision, option }) => `${decision} ${option}`).join('; ')

const elected = (steps: ReadonlyArray<LoggedStep>): string =>
  steps
    .filter(({ decision }) => decision.startsWith('elected'))
    .map(({ option }) => option)
    .join(' > ')

/** Digits that rounding in another order may change: less than a millionth of a vote at each place. */
const areNear = (left: string, right: string): boolean => Math.abs(Number(left) - Number(right)) < 1e-6

const differInRoundingOnly = (mine: ReadonlyArray<LoggedStep>, theirs: ReadonlyArray<LoggedStep>): boolean =>
  decided(mine) === decided(theirs) &&
  mine.every(({ quota, residual, votes }, place) => {
    const other = theirs[place]
    if (other === undefined || !areNear(quota, other.quota) || !areNear(residual, other.residual)) return false
    return Object.entries(votes).every(([id, units]) => areNear(units, other.votes[id] ?? ''))
  })

/** Whether ballots write three or more level options in another order than the file lists them. */
const hasUnsortedLevels = ({ options, ballots }: BallotFile): boolean => {
  const places = new Map(options.map(({ id }, place) => [id, place]))
  const isSorted = (tier: ReadonlyArray<string>): boolean =>
    tier.every((id, at) => at === 0 || (places.get(tier[at - 1] ?? '') ?? 0) < (places.get(id) ?? 0))
  return ballots.some(({ ballot }) => ballot.type === 'weak-order' && ballot.tiers.some((tier) => tier.length > 2 && !isSorted(tier)))
}

const compared = (
  file: BallotFile,
  level: Level,
  outcome: CommitteeOutcome,
  text: string,
  isExact: boolean,
): Omit<Comparison, 'rule' | 'instance'> => {
  const [mine, theirs] = [ours(outcome), stvRsLog(text)]
  if (isExact) {
    const isEqual = elected(mine) === elected(theirs)
    return isEqual ? { isEqual } : { isEqual, difference: `${elected(mine)} instead of ${elected(theirs)}` }
  }
  const place = mine.findIndex((step, at) => theirs[at] === undefined || told(step) !== told(theirs[at]))
  if (place === -1 && mine.length === theirs.length) return { isEqual: true }
  if (level === 'equalized' && hasUnsortedLevels(file) && differInRoundingOnly(mine, theirs))
    return {
      isEqual: false,
      explained: 'the tool multiplies what level options pass on in the order in which each ballot writes them, which rounds otherwise',
    }
  const [left, right] = [mine[place], theirs[place]]
  return {
    isEqual: false,
    difference: `step ${place + 1}: ${left === undefined ? '' : told(left)} instead of ${right === undefined ? '' : told(right)}`,
  }
}

/** The ballots of a log: its name up to the first dot; one log counts those of another name. */
const ballotsOf = (root: string, log: string): string => {
  const name = (log.split('.')[0] ?? '').replace('force_positive_surplus', 'below_quota')
  return join(root, 'ballots', `${name}.blt`)
}

/**
 * Counts by Meek's method as stv-rs logged them: who was elected and excluded in which order, and at each decision the
 * quota, the votes of all and what is exhausted, to the last digit. Of the logs in exact fractions, which round keep factors
 * to six digits, only the order of those who were elected.
 *
 * Left out are logs without a word, where the tool's 64 bits did not hold the votes, and those whose ballots are not among
 * the data.
 */
export const stvRs: Source = {
  name: 'stv-rs 43d2a57',
  compare: function* (data) {
    const root = join(data, 'stv', 'stv-rs-testdata')
    const outcomes = new Map<string, CommitteeOutcome | undefined>()
    for (const log of globSync('**/*.log', { cwd: join(root, 'meek') }).toSorted()) {
      const text = readFileSync(join(root, 'meek', log), 'utf8')
      const path = ballotsOf(root, log)
      if (text === '' || !existsSync(path)) continue
      const level: Level = log.includes('.equalize.') ? 'equalized' : 'split'
      const rule = `stv:variant=meek,level=${level},ties=lot`
      const file = readBlt(readFileSync(path), path)
      if (E.isLeft(file)) {
        const isBroken = !isComplete(text)
        const explained = 'the ballots are more than 2^53 and are refused; the tool too lost count of them, and its log breaks off'
        yield { rule, instance: log, isEqual: false, ...(isBroken ? { explained } : { difference: file.left.reason }) }
        continue
      }
      const key = `${level} ${path}`
      const outcome = outcomes.has(key) ? outcomes.get(key) : counted(electionOf(file.right), level)
      outcomes.set(key, outcome)
      if (outcome === undefined) yield { rule, instance: log, isEqual: false, difference: 'the count was refused' }
      else yield { rule, instance: log, ...compared(file.right, level, outcome, text, log.includes('.approx.')) }
    }
  },
}
