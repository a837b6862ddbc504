import type { EnvelopeEvent, EnvelopeRejection, EnvelopeState, FeasibilityEvent, FeasibilityRejection, FeasibilityState } from '@isegoria/budget'
import type {
  AmendmentEvent,
  AmendmentRejection,
  AmendmentState,
  CommitmentEvent,
  CommitmentRejection,
  CommitmentState,
  ConsultationEvent,
  ConsultationRejection,
  ConsultationState,
  ContributionEvent,
  ContributionRejection,
  ContributionState,
  DecisionEvent,
  DecisionRejection,
  DecisionState,
  EligibilityEntryEvent,
  EligibilityEntryRejection,
  EligibilityEntryState,
  EligibilityRollEvent,
  EligibilityRollRejection,
  EligibilityRollState,
  IssueReportEvent,
  IssueReportRejection,
  IssueReportState,
  MeetingEvent,
  MeetingRejection,
  MeetingState,
  ModerationEvent,
  ModerationRejection,
  ModerationState,
  NoticeEvent,
  NoticeRejection,
  NoticeState,
  OfficialResponseEvent,
  OfficialResponseRejection,
  OfficialResponseState,
  OfflineBatchEvent,
  OfflineBatchRejection,
  OfflineBatchState,
  OpinionEvent,
  OpinionRejection,
  Panelist,
  ProposalEvent,
  ProposalRejection,
  ProposalState,
  QuestionnaireEvent,
  QuestionnaireRejection,
  QuestionnaireState,
  SortitionEvent,
  SortitionRejection,
  SortitionState,
  SubscriptionEvent,
  SubscriptionRejection,
  SubscriptionState,
  SupportEvent,
  SupportRejection,
  SurveyResponseEvent,
  SurveyResponseRejection,
  SurveyResponseState,
  TextEvent,
  TextRejection,
  TextState,
} from '@isegoria/consultation'
import type {
  AnonymousBallotState,
  BallotEvent,
  BallotRejection,
  BallotState,
  CredentialAlreadySpent,
  DelegationRejection,
  DepositRejection,
  ElectorEvent,
  ElectorRejection,
  ElectorState,
  PollEvent,
  PollRejection,
  PollState,
  RollRejection,
  RollState,
  SecretEvent,
  SpentState,
} from '@isegoria/voting'

/** Every event of every aggregate. */
export type AnyEvent =
  | AmendmentEvent
  | BallotEvent
  | CommitmentEvent
  | ConsultationEvent
  | ContributionEvent
  | DecisionEvent
  | ElectorEvent
  | EligibilityEntryEvent
  | EligibilityRollEvent
  | EnvelopeEvent
  | FeasibilityEvent
  | IssueReportEvent
  | MeetingEvent
  | ModerationEvent
  | NoticeEvent
  | OfficialResponseEvent
  | OfflineBatchEvent
  | OpinionEvent
  | PollEvent
  | ProposalEvent
  | QuestionnaireEvent
  | SecretEvent
  | SortitionEvent
  | SubscriptionEvent
  | SupportEvent
  | SurveyResponseEvent
  | TextEvent

/** Every reason for which a command is refused. */
type AnyRejection =
  | AmendmentRejection
  | BallotRejection
  | CommitmentRejection
  | ConsultationRejection
  | ContributionRejection
  | CredentialAlreadySpent
  | DecisionRejection
  | DelegationRejection
  | DepositRejection
  | ElectorRejection
  | EligibilityEntryRejection
  | EligibilityRollRejection
  | EnvelopeRejection
  | FeasibilityRejection
  | IssueReportRejection
  | MeetingRejection
  | ModerationRejection
  | NoticeRejection
  | OfficialResponseRejection
  | OfflineBatchRejection
  | OpinionRejection
  | PollRejection
  | ProposalRejection
  | QuestionnaireRejection
  | RollRejection
  | SortitionRejection
  | SubscriptionRejection
  | SupportRejection
  | SurveyResponseRejection
  | TextRejection

/** What stands somewhere: by the name of its aggregate, since two words for two things may be one in a language and not in another. */
interface States {
  readonly amendment: AmendmentState
  readonly anonymousBallot: AnonymousBallotState
  readonly ballot: BallotState
  readonly commitment: CommitmentState
  readonly consultation: ConsultationState
  readonly contribution: ContributionState
  readonly decision: DecisionState
  readonly elector: ElectorState
  readonly eligibilityEntry: EligibilityEntryState
  readonly eligibilityRoll: EligibilityRollState
  readonly envelope: EnvelopeState
  readonly feasibilityStudy: FeasibilityState
  readonly issueReport: IssueReportState
  readonly meeting: MeetingState
  readonly moderationCase: ModerationState
  readonly notice: NoticeState
  readonly officialResponse: OfficialResponseState
  readonly offlineBatch: OfflineBatchState
  readonly panelist: Panelist
  readonly poll: PollState
  readonly proposal: ProposalState
  readonly questionnaire: QuestionnaireState
  readonly rollEntry: RollState
  readonly sortition: SortitionState
  readonly spentCredential: SpentState
  readonly subscription: SubscriptionState
  readonly surveyResponse: SurveyResponseState
  readonly textDocument: TextState
}

export type EventType = AnyEvent['type']
export type RejectionType = AnyRejection['type']
export type StatusLabels = { readonly [Name in keyof States]: Readonly<Record<States[Name]['status'], string>> }
