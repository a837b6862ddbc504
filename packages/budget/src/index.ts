export { allocationRule } from './allocation/allocation-rule.ts'
export type { AllocationRule } from './allocation/allocation-rule.ts'
export type { LimitLeft, Limits, Pot, Step } from './allocation/pot.ts'
export type { CheckTooLarge, Deprived, Gain, Supporters } from './checks/claims-on-money.ts'
export { breachOfCore } from './checks/core.ts'
export { breachOfEjrPlus } from './checks/extended-plus.ts'
export { breachOfEjr } from './checks/extended.ts'
export type { Slack } from './checks/extended.ts'
export { faultOfPrices } from './checks/fault-of-prices.ts'
export { breachOfJr } from './checks/justified-representation.ts'
export { pricesFor } from './checks/priceability.ts'
export type { Prices, PriceSystem } from './checks/priceability.ts'
export { breachOfPjr } from './checks/proportional.ts'
export { envelopeCommands } from './envelope/commands.ts'
export type {
  AdjustAllocation,
  AgreePartFunding,
  AllocationTarget,
  CloseEnvelope,
  ComputeAllocation,
  EnvelopeCommand,
  FundProject,
  OpenEnvelope,
  ReviseCost,
} from './envelope/commands.ts'
export { envelopeAccount } from './envelope/envelope-account.ts'
export type { AccountTotals, EnvelopeAccount, ProjectLine } from './envelope/envelope-account.ts'
export { envelope, envelopeStream } from './envelope/envelope.ts'
export { envelopeEvents } from './envelope/events.ts'
export type {
  Allocation,
  AllocationAdjusted,
  AllocationChange,
  AllocationComputed,
  CostRevised,
  EnvelopeClosed,
  EnvelopeEvent,
  EnvelopeOpened,
  Heading,
  PartFundingAgreed,
  ProjectFunded,
} from './envelope/events.ts'
export { expectedOfEnvelope } from './envelope/expected.ts'
export type { ExpectedOfEnvelope } from './envelope/expected.ts'
export type { EnvelopeRejection } from './envelope/rejections.ts'
export type { EnvelopeState } from './envelope/state.ts'
export { effectiveSupport } from './explanation/effective-support.ts'
export type { EffectiveSupport, SupportRound } from './explanation/effective-support.ts'
export { moneyByGroup } from './explanation/money-by-group.ts'
export type { ProjectMoney } from './explanation/money-by-group.ts'
export { pricesPaid } from './explanation/prices-paid.ts'
export { readingFor } from './explanation/reading-for.ts'
export type { ReadAs } from './explanation/replay.ts'
export { shareOf } from './explanation/share-of.ts'
export type { GroupShare } from './explanation/share-of.ts'
export type { TurningPoint } from './explanation/turning-point.ts'
export { votersWho } from './explanation/voter-group.ts'
export type { VoterGroup } from './explanation/voter-group.ts'
export { whatWouldFund } from './explanation/what-would-fund.ts'
export type { Counterfactuals } from './explanation/what-would-fund.ts'
export { whyProject } from './explanation/why-project.ts'
export type { Payment, Rival, WhyProject } from './explanation/why-project.ts'
export { feasibilityCommands } from './feasibility/commands.ts'
export type {
  AssignEvaluator,
  ConcludeFeasibility,
  DeclareConflictOfInterest,
  EstimateCost,
  FeasibilityCommand,
  ReviewStudy,
} from './feasibility/commands.ts'
export { feasibilityEvents } from './feasibility/events.ts'
export type {
  ConflictOfInterestDeclared,
  CostEstimated,
  EvaluatorAssigned,
  FeasibilityConcluded,
  FeasibilityEvent,
  StudyReviewed,
} from './feasibility/events.ts'
export { expectedOfStudy } from './feasibility/expected.ts'
export type { ExpectedOfStudy } from './feasibility/expected.ts'
export { feasibilityStream, feasibilityStudy } from './feasibility/feasibility-study.ts'
export type { FeasibilityRejection } from './feasibility/rejections.ts'
export type { FeasibilityState } from './feasibility/state.ts'
export {
  budgetMaximinSupport,
  equalShares,
  equalSharesOverspending,
  exactEqualShares,
  greedy,
  majorityJudgmentBudget,
  phragmen,
  welfareMaximum,
} from './rules/index.ts'
export type { Reading, Support } from './support/support.ts'
