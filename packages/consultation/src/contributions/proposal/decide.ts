import { canonicalText, E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { faultOfName, faultOfReason } from '../blank.ts'
import { faultOfContent, isSameContent } from '../content.ts'
import { passingAt } from '../open-gate.ts'
import { faultOfPlace } from '../place.ts'
import { alive } from './alive.ts'
import type {
  DecideAdmissibility,
  DraftProposal,
  ProposalCommand,
  PublishProposalStatus,
  ReviseProposal,
  SubmitProposal,
  WithdrawProposal,
} from './commands.ts'
import { derive, supersede } from './decide-lineage.ts'
import type { ProposalEvent } from './events.ts'
import type { ProposalRejection } from './rejections.ts'
import type { ProposalState } from './state.ts'

type Decision = Either<ProposalRejection, ReadonlyArray<ProposalEvent>>

/** What a phase must let people do for this. */
const capabilities = ['contribute']

const draft = ({ type: _, at, ...drafted }: DraftProposal, state: ProposalState): Decision => {
  const { by, place } = drafted
  const fault = faultOfName('by', by) ?? faultOfContent(drafted) ?? (place === undefined ? undefined : faultOfPlace(place))
  if (fault !== undefined) return E.left(fault)
  if (state.status === 'Unknown') return E.right([{ type: 'ProposalDrafted', ...drafted, draftedAt: at }])
  const isSame = canonicalText(state.drafted) === canonicalText(drafted)
  return isSame ? E.right([]) : E.left({ type: 'ProposalAlreadyDrafted', contentHash: state.drafted.contentHash })
}

const submit = ({ proposalId, by, at, gate }: SubmitProposal, state: ProposalState): Decision => {
  const lived = alive(state)
  if (E.isLeft(lived)) return lived
  const { status, revision, drafted } = lived.right
  if (drafted.by !== by) return E.left({ type: 'NotTheAuthor', by })
  if (status !== 'Drafted') return E.right([])
  const opened = passingAt(gate, capabilities, at)
  return E.isLeft(opened) ? opened : E.right([{ type: 'ProposalSubmitted', proposalId, revision, by, submittedAt: at, gate: opened.right }])
}

const revise = (command: ReviseProposal, state: ProposalState): Decision => {
  const { proposalId, contentRef, contentHash, supports, graceUntil, by, at, gate } = command
  const lived = alive(state)
  if (E.isLeft(lived)) return lived
  if (lived.right.drafted.by !== by) return E.left({ type: 'NotTheAuthor', by })
  if (isSameContent(lived.right.content, command)) return E.right([])
  const fault = faultOfContent(command)
  if (fault !== undefined) return E.left(fault)
  const grace = graceUntil === undefined ? {} : { graceUntil }
  const isSound = supports === 'grace' ? graceUntil !== undefined && isBefore(at, graceUntil) : graceUntil === undefined
  if (!isSound) return E.left({ type: 'GraceNotSound', supports, ...grace, at })
  const opened = passingAt(gate, capabilities, at)
  if (E.isLeft(opened)) return opened
  const revision = lived.right.revision + 1
  const revised = { proposalId, revision, supports, by, contentRef, contentHash, revisedAt: at, gate: opened.right, ...grace }
  return E.right([{ type: 'ProposalRevised', ...revised }])
}

const faultOfVerdict = ({ verdict, criterion, reason, criteria }: DecideAdmissibility): ProposalRejection | undefined => {
  if (verdict === 'inadmissible' && criterion === undefined) return { type: 'CriterionMissing', criteria }
  if (criterion !== undefined && !criteria.includes(criterion)) return { type: 'CriterionNotInCharter', criterion, criteria }
  return verdict === 'inadmissible' || reason !== undefined ? faultOfReason('AdmissibilityDecided', reason ?? '') : undefined
}

const decideAdmissibility = (command: DecideAdmissibility, state: ProposalState): Decision => {
  const { type: _, criteria: __, at, ...decided } = command
  const lived = alive(state)
  if (E.isLeft(lived)) return lived
  const { status, revision } = lived.right
  if (status === 'Drafted') return E.left({ type: 'ProposalNotSubmitted' })
  if (decided.revision !== revision) return E.left({ type: 'RevisionPassed', given: decided.revision, revision })
  const fault = faultOfName('by', decided.by) ?? faultOfVerdict(command)
  if (fault !== undefined) return E.left(fault)
  if (status !== 'Submitted') {
    const { criterion, reason, by } = lived.right.admissibility
    const isSame = criterion === decided.criterion && reason === decided.reason && by === decided.by
    if (isSame && (status === 'Admissible') === (decided.verdict === 'admissible')) return E.right([])
  }
  return E.right([{ type: 'AdmissibilityDecided', ...decided, decidedAt: at }])
}

const withdraw = ({ proposalId, by, at }: WithdrawProposal, state: ProposalState): Decision => {
  if (state.status !== 'Unknown' && state.drafted.by !== by) return E.left({ type: 'NotTheAuthor', by })
  if (state.status === 'Withdrawn') return E.right([])
  const lived = alive(state)
  return E.isLeft(lived) ? lived : E.right([{ type: 'ProposalWithdrawn', proposalId, by, withdrawnAt: at }])
}

const publishStatus = ({ proposalId, status, reason, by, at }: PublishProposalStatus, state: ProposalState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'ProposalUnknown' })
  if (state.status === 'Drafted') return E.left({ type: 'ProposalNotSubmitted' })
  const fault = faultOfName('by', by) ?? faultOfName('status', status) ?? faultOfReason('ProposalStatusPublished', reason)
  if (fault !== undefined) return E.left(fault)
  if (state.published?.status === status && state.published.reason === reason) return E.right([])
  return E.right([{ type: 'ProposalStatusPublished', proposalId, status, reason, by, publishedAt: at }])
}

export const decide = (command: ProposalCommand, state: ProposalState): Decision => {
  switch (command.type) {
    case 'DraftProposal':
      return draft(command, state)
    case 'SubmitProposal':
      return submit(command, state)
    case 'ReviseProposal':
      return revise(command, state)
    case 'DecideAdmissibility':
      return decideAdmissibility(command, state)
    case 'WithdrawProposal':
      return withdraw(command, state)
    case 'MergeProposal':
    case 'SplitProposal':
      return supersede(command, state)
    case 'DeriveProposal':
      return derive(command, state)
    case 'PublishProposalStatus':
      return publishStatus(command, state)
  }
}
