import type { EnvelopeRejection, EnvelopeState, FeasibilityRejection, FeasibilityState } from '@isegoria/budget'
import type {
  AmendmentRejection,
  AmendmentState,
  CommitmentRejection,
  CommitmentState,
  ConsultationRejection,
  ConsultationState,
  ContributionRejection,
  ContributionState,
  DecisionRejection,
  DecisionState,
  EligibilityEntryRejection,
  EligibilityEntryState,
  EligibilityRollRejection,
  EligibilityRollState,
  IssueReportRejection,
  IssueReportState,
  MeetingRejection,
  MeetingState,
  ModerationRejection,
  ModerationState,
  NoticeRejection,
  NoticeState,
  OfficialResponseRejection,
  OfficialResponseState,
  OfflineBatchRejection,
  OfflineBatchState,
  OpinionRejection,
  Panelist,
  ProposalRejection,
  ProposalState,
  QuestionnaireRejection,
  QuestionnaireState,
  SortitionRejection,
  SortitionState,
  SubscriptionRejection,
  SubscriptionState,
  SupportRejection,
  SurveyResponseRejection,
  SurveyResponseState,
  TextRejection,
  TextState,
} from '@isegoria/consultation'
import type {
  AnonymousBallotState,
  BallotRejection,
  BallotState,
  CredentialAlreadySpent,
  DelegationRejection,
  DepositRejection,
  ElectorRejection,
  ElectorState,
  PollRejection,
  PollState,
  RollRejection,
  RollState,
  SpentState,
} from '@isegoria/voting'
import type { DeliberationEvent } from '../face/aggregates.ts'

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

export type EventType = DeliberationEvent['type']
export type RejectionType = AnyRejection['type']
export type StatusLabels = { readonly [Name in keyof States]: Readonly<Record<States[Name]['status'], string>> }
