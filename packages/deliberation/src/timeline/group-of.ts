import type { DeliberationEvent } from '../face/aggregates.ts'
import { dayOf, instantOf } from './day-of.ts'

/** The events of which many are told in one line. */
const grouped = {
  BallotCast: true,
  BallotReplaced: true,
  BallotWithdrawn: true,
  VoterMarked: true,
  VotingCredentialIssued: true,
  RollEntryCancelled: true,
  AnonymousBallotDeposited: true,
  CredentialSpent: true,
  ElectorAttested: true,
  ElectorStruckOff: true,
  EntryAttested: true,
  EntryStruckOff: true,
  PanelistAccepted: true,
  PanelistDeclined: true,
  PanelistReplaced: true,
  SupportGiven: true,
  SupportWithdrawn: true,
  ArticleOpinionGiven: true,
  ArticleOpinionWithdrawn: true,
  ContributionReceived: true,
  ContributionRevised: true,
  ContributionWithdrawn: true,
  ProposalSubmitted: true,
  ProposalRevised: true,
  ProposalWithdrawn: true,
  AmendmentProposed: true,
  AmendmentWithdrawn: true,
  ContentReported: true,
  AppealLodged: true,
  SurveyAnswered: true,
  SurveyAnswerReplaced: true,
  SurveyAnswerWithdrawn: true,
  SubscriptionStarted: true,
  SubscriptionChanged: true,
  SubscriptionEnded: true,
  ItemTranscribed: true,
  DiscrepancyFound: true,
  DiscrepancyReconciled: true,
  ItemEnded: true,
  ReportSubmitted: true,
  ReportConfirmed: true,
  ReportRouted: true,
  ReportMergedAsDuplicate: true,
  FixConfirmedByReporter: true,
  FixDisputedByReporter: true,
} as const satisfies Partial<Readonly<Record<DeliberationEvent['type'], true>>>

export type GroupedType = keyof typeof grouped
export type GroupedEvent = Extract<DeliberationEvent, { readonly type: GroupedType }>
export type SingleEvent = Exclude<DeliberationEvent, { readonly type: GroupedType }>

export const isGrouped = (event: DeliberationEvent): event is GroupedEvent => Object.hasOwn(grouped, event.type)

/** What goes into one line: all of one poll, of one roll, or of one phase on one day. */
export interface Family {
  readonly kind: string
  readonly id: string
  readonly day?: string
  /** The poll whose box is not to be counted before it is sealed. */
  readonly poll?: string
  readonly phase?: string
}

const daily = (kind: string, event: GroupedEvent, phase?: string): Family => {
  const day = dayOf(instantOf(event))
  return { kind, id: '', ...(day === undefined ? {} : { day }), ...(phase === undefined ? {} : { phase }) }
}

export const familyOf = (event: GroupedEvent): Family => {
  switch (event.type) {
    case 'BallotCast':
    case 'BallotReplaced':
    case 'BallotWithdrawn':
      return { kind: 'ballots', id: event.pollId, poll: event.pollId }
    case 'VoterMarked':
    case 'VotingCredentialIssued':
    case 'RollEntryCancelled':
      return { kind: 'marks', id: event.pollId, poll: event.pollId }
    case 'AnonymousBallotDeposited':
    case 'CredentialSpent':
      return { kind: 'box', id: event.pollId, poll: event.pollId }
    case 'ElectorAttested':
    case 'ElectorStruckOff':
      return { kind: 'electors', id: event.rollId }
    case 'EntryAttested':
    case 'EntryStruckOff':
      return { kind: 'entries', id: event.rollId }
    case 'PanelistAccepted':
    case 'PanelistDeclined':
    case 'PanelistReplaced':
      return { kind: 'panel', id: event.drawId }
    case 'SupportGiven':
    case 'SupportWithdrawn':
      return { kind: 'supports', id: event.phaseId, phase: event.phaseId }
    case 'ArticleOpinionGiven':
    case 'ArticleOpinionWithdrawn':
      return { kind: 'opinions', id: event.textId, phase: event.gate.phase }
    case 'SurveyAnswered':
    case 'SurveyAnswerReplaced':
    case 'SurveyAnswerWithdrawn':
      return { kind: 'answers', id: JSON.stringify([event.questionnaireId, event.wave]) }
    case 'ItemTranscribed':
    case 'DiscrepancyFound':
    case 'DiscrepancyReconciled':
    case 'ItemEnded':
      return { kind: 'items', id: event.batchId }
    case 'ContributionReceived':
    case 'ContributionRevised':
      return daily('contributions', event, event.gate.phase)
    case 'ProposalSubmitted':
    case 'ProposalRevised':
      return daily('proposals', event, event.gate.phase)
    case 'AmendmentProposed':
      return daily('amendments', event, event.gate.phase)
    case 'ContributionWithdrawn':
    case 'ProposalWithdrawn':
    case 'AmendmentWithdrawn':
      return daily('withdrawals', event)
    case 'ContentReported':
    case 'AppealLodged':
      return daily('moderation', event)
    case 'SubscriptionStarted':
    case 'SubscriptionChanged':
    case 'SubscriptionEnded':
      return daily('subscriptions', event)
    case 'ReportSubmitted':
    case 'ReportConfirmed':
    case 'ReportRouted':
    case 'ReportMergedAsDuplicate':
    case 'FixConfirmedByReporter':
    case 'FixDisputedByReporter':
      return daily('reports', event)
  }
}
