import { envelope, envelopeEvents, envelopeStream } from '@isegoria/budget'
import type { Allocation } from '@isegoria/budget'
import { consultation, consultationEvents, consultationStream } from '@isegoria/consultation'
import { applyRule, constraintText, electionHash, profileOf } from '@isegoria/election'
import type { Earmark, Election, Outcome, PastElection, Rule, RuleRejection } from '@isegoria/election'
import { batchStream, BatchRefused } from '@isegoria/engine'
import type { Commit } from '@isegoria/engine'
import { formatMoney } from '@isegoria/exact'
import { E } from '@isegoria/kernel'
import { ballotDecider, ballotEvents, ballotStream, ballotTerms, poll, pollEvents, pollStream, rulesHash } from '@isegoria/voting'
import type { BallotTerms } from '@isegoria/voting'
import { chooseRule } from './rule-book.ts'
import type { RuleChoiceRejection } from './rule-book.ts'

/** What a batch needs besides the election: when it is recorded, ids for its commands, the rules among which its own is found. */
export interface Holding {
  readonly recordedAt: string
  readonly commandPrefix: string
  readonly book: ReadonlyArray<Rule>
  /** Called after each ballot with the number so far. */
  readonly onBallot?: (ballots: number) => void
}

/**
 * The whole life of a past election as commits in the order in which it happened: charter, calendar, poll, every ballot,
 * closing, sealing, tally, certification, allocation, funding. Each commit is decided by its aggregate, never written by hand.
 *
 * Errors: iterating throws `BatchRefused` at the first command that an aggregate or the rule refuses.
 * @example
 * import type { PastElection } from '@isegoria/election'
 * import { E, instant } from '@isegoria/kernel'
 * import { memoryStore } from '@isegoria/store-memory'
 *
 * const past: PastElection = {
 *   consultationId: 'aubel-2026',
 *   title: 'Budget of Little Aubel',
 *   question: 'Which projects should be funded?',
 *   convenor: 'Little Aubel',
 *   opensAt: instant('2026-03-01T00:00:00Z'),
 *   closesAt: instant('2026-03-31T00:00:00Z'),
 *   options: [{ id: 'trees', cost: 300n }, { id: 'pool', cost: 900n }],
 *   budget: 1000n,
 *   decimals: 0,
 *   currency: 'EUR',
 *   form: { type: 'approval' },
 *   rule: { id: 'greedy', parameters: {} },
 *   votes: [{ voterKey: 'v1', ballot: { type: 'approval', approved: ['trees'] }, channel: 'online', attributes: {} }],
 * }
 *
 * const store = memoryStore()
 * const holding = { recordedAt: '2026-04-01T00:00:00Z', commandPrefix: 'import', book: rules }
 * await store.appendMany(holdPastElection(past, holding))() // => E.right({ events: 16, position: 16 })
 *
 * const log = replayLog(store, rules)
 * E.isRight(log) && log.right.polls.flatMap(({ stored }) => stored.map(({ same }) => same)) // => [true]
 */
export function* holdPastElection(past: PastElection, holding: Holding): Generator<Commit> {
  const { consultationId, opensAt, closesAt } = past
  const { recordedAt, book } = holding
  const pollId = consultationId
  const found = chooseRule(book, past.rule.id, past.rule.parameters, { budget: past.budget })
  if (E.isLeft(found)) throw new BatchRefused<RuleChoiceRejection>(pollStream(pollId), found.left)
  const chosen = found.right
  let command = 0
  const nextId = (): string => `${holding.commandPrefix}:${command++}`
  const money = (minor: bigint): string => formatMoney({ minor, decimals: past.decimals })
  const process = batchStream(consultation, consultationEvents, consultationStream(consultationId), recordedAt)
  const scrutiny = batchStream(poll, pollEvents, pollStream(consultationId), recordedAt)
  const purse = batchStream(envelope, envelopeEvents, envelopeStream(consultationId), recordedAt)
  const rule = { id: chosen.rule.id, version: chosen.rule.version, parameters: chosen.parameters }

  yield process.execute({ type: 'DraftConsultation', consultationId, title: past.title, convenor: past.convenor }, nextId())
  const charter = { question: past.question, purpose: 'decide', citizenRole: 'co-producer', placeOfCitizens: 'direct-impact' } as const
  yield process.execute(
    { type: 'PublishCharter', consultationId, ...charter, commitment: 'The projects chosen are funded within the budget.' },
    nextId(),
  )
  yield process.execute({ type: 'SetCalendar', consultationId, opensAt, closesAt }, nextId())
  const kept = earmarksOf(past)
  const headings = kept.length === 0 ? {} : { headings: kept.map(({ name, amount }) => ({ name, amount: money(amount) })) }
  yield purse.execute(
    { type: 'OpenEnvelope', envelopeId: consultationId, consultationId, amount: money(past.budget), currency: past.currency, ...headings },
    nextId(),
  )
  yield scrutiny.execute({ type: 'DefinePoll', pollId, consultationId, question: past.question, form: past.form, rule, opensAt, closesAt }, nextId())
  const options = past.options.map(({ id, name, cost }) => ({ id, name: name ?? id, cost: money(cost) }))
  const constraints = past.constraints === undefined ? {} : { constraints: past.constraints.map((one) => constraintText(one, money)) }
  yield scrutiny.execute({ type: 'FreezeOptions', pollId, options, budget: money(past.budget), currency: past.currency, ...constraints }, nextId())
  yield process.execute({ type: 'OpenConsultation', consultationId, at: opensAt }, nextId())
  const frozen = scrutiny.state()
  const hash = frozen.status === 'Frozen' ? rulesHash(frozen.terms) : ''
  yield scrutiny.execute({ type: 'OpenPoll', pollId, rulesHash: hash, at: opensAt }, nextId())

  const terms = ballotTerms(scrutiny.state())
  if (terms === undefined) throw new BatchRefused(pollStream(pollId), { type: 'PollNotOpen' })
  for (const [place, vote] of past.votes.entries()) {
    yield castOnce(vote, terms, opensAt, recordedAt, nextId())
    holding.onBallot?.(place + 1)
  }

  yield scrutiny.execute({ type: 'ClosePoll', pollId, at: closesAt }, nextId())
  const profile = profileOf(past.votes.map(({ ballot }) => ballot))
  const { constraints: asked } = past
  const election: Election = {
    options: past.options,
    profile,
    budget: past.budget,
    decimals: past.decimals,
    ...(asked === undefined ? {} : { constraints: asked }),
  }
  const input = electionHash(election)
  yield scrutiny.execute({ type: 'SealBallotBox', pollId, ballots: past.votes.length, input }, nextId())
  const counted = applyRule(chosen.rule, election, chosen.parameters)
  if (E.isLeft(counted)) throw new BatchRefused<RuleRejection>(pollStream(pollId), counted.left)
  yield scrutiny.execute({ type: 'RecordTally', pollId, rule, input, outcome: counted.right }, nextId())
  yield scrutiny.execute({ type: 'CertifyResult', pollId, by: past.convenor }, nextId())

  const selected = selectedBy(counted.right)
  const costs = new Map(options.map(({ id, cost }) => [id, cost]))
  const whole = selected.map((project) => ({ project, amount: costs.get(project) ?? '0' }))
  const headingOf = new Map(kept.flatMap(({ name, options: ids }) => ids.map((id) => [id, name] as const)))
  const allocations = [...whole, ...partsBy(counted.right, costs)].map((allocation): Allocation => {
    const heading = headingOf.get(allocation.project)
    return heading === undefined ? allocation : { ...allocation, heading }
  })
  yield purse.execute({ type: 'ComputeAllocation', envelopeId: consultationId, pollId, input, allocations }, nextId())
  for (const project of selected) yield purse.execute({ type: 'FundProject', envelopeId: consultationId, project }, nextId())
  yield process.execute({ type: 'CloseConsultation', consultationId, at: closesAt }, nextId())
}

const selectedBy = (outcome: Outcome): ReadonlyArray<string> => (outcome.type === 'allocation' ? outcome.selected : [])

/** Money that is set aside for some projects; no headings where what one leaves over goes to another. */
const earmarksOf = ({ constraints = [] }: PastElection): ReadonlyArray<Earmark> => {
  const earmarks = constraints.filter((constraint) => constraint.type === 'envelope')
  return earmarks.every(({ leftoverTo }) => leftoverTo === undefined) ? earmarks : []
}

/** Projects of which the envelope pays a part, to be funded once somebody else pays the rest. */
const partsBy = (outcome: Outcome, costs: ReadonlyMap<string, string>): ReadonlyArray<Allocation> =>
  outcome.type !== 'allocation' || outcome.partial === undefined
    ? []
    : outcome.partial.map(({ option, amount }) => ({ project: option, amount, cost: costs.get(option) ?? amount }))

const castOnce = (
  vote: PastElection['votes'][number],
  terms: BallotTerms,
  at: PastElection['opensAt'],
  recordedAt: string,
  commandId: string,
): Commit =>
  batchStream(ballotDecider, ballotEvents, ballotStream(terms.pollId, vote.voterKey), recordedAt).execute(
    { type: 'CastBallot', terms, at, ...vote },
    commandId,
  )
