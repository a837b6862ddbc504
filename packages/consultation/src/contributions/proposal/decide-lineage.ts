import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { faultOfName, faultOfReason } from '../blank.ts'
import { alive } from './alive.ts'
import type { DeriveProposal, MergeProposal, SplitProposal } from './commands.ts'
import type { ProposalAt, ProposalEvent } from './events.ts'
import type { LineageFault, ProposalRejection } from './rejections.ts'
import type { LiveProposal, ProposalState } from './state.ts'

type Decision = Either<ProposalRejection, ReadonlyArray<ProposalEvent>>

const faultOfRelatives = (of: string, relatives: ReadonlyArray<ProposalAt>, fewest: number): LineageFault | undefined => {
  const { length: count } = relatives
  if (count < fewest) return { type: 'TooFewRelatives', of, count, fewest }
  const seen = new Set<string>()
  for (const { proposalId, revision } of relatives) {
    if (seen.has(proposalId)) return { type: 'RelativeNamedTwice', proposalId }
    if (!Number.isSafeInteger(revision) || revision < 1) return { type: 'RevisionNotReadable', proposalId, revision }
    seen.add(proposalId)
  }
  return undefined
}

const circling = (proposalId: string | undefined): LineageFault | undefined =>
  proposalId === undefined ? undefined : { type: 'LineageWouldCircle', proposalId }

const notStanding = (state: LiveProposal): ProposalRejection | undefined => {
  if (state.status === 'Drafted') return { type: 'ProposalNotSubmitted' }
  if (state.status !== 'Inadmissible') return undefined
  const { criterion } = state.admissibility
  return { type: 'ProposalIsInadmissible', ...(criterion === undefined ? {} : { criterion }) }
}

const isSame = (left: ReadonlyArray<ProposalAt>, right: ReadonlyArray<ProposalAt>): boolean =>
  left.length === right.length &&
  left.every(({ proposalId, revision }, place) => proposalId === right[place]?.proposalId && revision === right[place].revision)

const supersedings = { MergeProposal: ['ProposalMergedInto', 'merge', 1], SplitProposal: ['ProposalSplitInto', 'split', 2] } as const

/** A proposal gives way to its targets, and stays in their lineage: none of them is the proposal or one of its ancestors. */
export const supersede = (command: MergeProposal | SplitProposal, state: ProposalState): Decision => {
  const { proposalId, targets, reason, by, at, ancestors } = command
  const [type, how, fewest] = supersedings[command.type]
  if (state.status === 'Superseded' && state.how === how && isSame(state.targets, targets)) return E.right([])
  const lived = alive(state)
  if (E.isLeft(lived)) return lived
  const older = new Set([...ancestors, ...lived.right.parents.map((parent) => parent.proposalId), proposalId])
  const fault =
    faultOfName('by', by) ??
    faultOfReason(type, reason) ??
    notStanding(lived.right) ??
    faultOfRelatives(type, targets, fewest) ??
    circling(targets.find((target) => older.has(target.proposalId))?.proposalId)
  if (fault !== undefined) return E.left(fault)
  return E.right([{ type, proposalId, revision: lived.right.revision, targets, reason, by, supersededAt: at }])
}

/** A proposal names its parents, each at the revision that was read: neither they nor their ancestors are the proposal. */
export const derive = ({ proposalId, descent, parents, ancestors, by, at }: DeriveProposal, state: ProposalState): Decision => {
  const lived = alive(state)
  if (E.isLeft(lived)) return lived
  const older = [...parents.map((parent) => parent.proposalId), ...ancestors]
  const fault = faultOfName('by', by) ?? faultOfRelatives('ProposalDerivedFrom', parents, 1) ?? circling(older.find((one) => one === proposalId))
  if (fault !== undefined) return E.left(fault)
  const known = lived.right.parents
  const added = parents.filter((one) => !known.some((parent) => parent.proposalId === one.proposalId && parent.revision === one.revision))
  if (added.length === 0) return E.right([])
  const { revision } = lived.right
  return E.right([{ type: 'ProposalDerivedFrom', proposalId, revision, descent, parents: added, by, derivedAt: at }])
}
