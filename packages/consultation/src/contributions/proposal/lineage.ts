import type { Instant } from '@isegoria/kernel'
import type { Content } from '../content.ts'
import type { SupportEvent } from '../support/support-book.ts'
import type { Descent, ProposalAt, ProposalDrafted, ProposalEvent, ProposalRevised, SupportsPolicy } from './events.ts'

export interface TextOfProposal extends Content {
  readonly revision: number
  /** What this revision did to the supports given before it; the first did nothing. */
  readonly supports?: SupportsPolicy
  readonly graceUntil?: Instant
}
/** `parent` as it stood when `child` came of it. */
interface Edge {
  readonly parent: ProposalAt
  readonly child: string
  readonly descent: Descent
}
export interface SupportOfProposal extends ProposalAt {
  readonly phaseId: string
  readonly voterKey: string
}

/** A proposal in the lineage: every text that it had, whom it comes from, what came of it, and who supports it. */
interface Relations {
  /** It was submitted before it had any parents: its first text is nobody else's. */
  readonly stoodAlone: boolean
  readonly texts: ReadonlyArray<TextOfProposal>
  readonly parents: ReadonlyArray<Edge>
  readonly children: ReadonlyArray<Edge>
  readonly supports: ReadonlyMap<string, SupportOfProposal>
}

/** What comes of what, without circles: an edge that would have closed one is among `circling`, and nowhere else. */
export interface Lineage {
  readonly proposals: ReadonlyMap<string, Relations>
  readonly circling: ReadonlyArray<Edge>
}

interface Growing extends Omit<Relations, 'stoodAlone'> {
  stoodAlone: boolean
  readonly texts: Array<TextOfProposal>
  readonly parents: Array<Edge>
  readonly children: Array<Edge>
  readonly supports: Map<string, SupportOfProposal>
}

const edgesOf = (event: ProposalEvent): ReadonlyArray<Edge> => {
  switch (event.type) {
    case 'ProposalMergedInto':
    case 'ProposalSplitInto': {
      const { proposalId, revision, targets } = event
      const descent = event.type === 'ProposalMergedInto' ? 'merge' : 'split'
      return targets.map((target) => ({ parent: { proposalId, revision }, child: target.proposalId, descent }))
    }
    case 'ProposalDerivedFrom':
      return event.parents.map((parent) => ({ parent, child: event.proposalId, descent: event.descent }))
    case 'ProposalDrafted':
    case 'ProposalSubmitted':
    case 'ProposalRevised':
    case 'AdmissibilityDecided':
    case 'ProposalWithdrawn':
    case 'ProposalStatusPublished':
      return []
  }
}

const textOf = (event: ProposalDrafted | ProposalRevised): TextOfProposal => {
  const { contentRef, contentHash } = event
  if (event.type === 'ProposalDrafted') return { revision: 1, contentRef, contentHash }
  const { revision, supports, graceUntil } = event
  return { revision, contentRef, contentHash, supports, ...(graceUntil === undefined ? {} : { graceUntil }) }
}

const isSame = (left: Edge, right: Edge): boolean =>
  left.child === right.child && left.parent.proposalId === right.parent.proposalId && left.parent.revision === right.parent.revision

/** All that is reached from `proposalId` one step after another, nearest first, without itself. */
const reached = (proposalId: string, next: (from: string) => ReadonlyArray<string>): ReadonlyArray<string> => {
  const found = new Set([proposalId])
  for (const one of found) for (const other of next(one)) found.add(other)
  found.delete(proposalId)
  return [...found]
}

type Proposals = Pick<Lineage, 'proposals'>

/** Those from which a proposal comes, parents first. */
export const ancestorsOf = ({ proposals }: Proposals, proposalId: string): ReadonlyArray<string> =>
  reached(proposalId, (one) => proposals.get(one)?.parents.map(({ parent }) => parent.proposalId) ?? [])

/** Those that come of a proposal, children first. */
export const descendantsOf = ({ proposals }: Proposals, proposalId: string): ReadonlyArray<string> =>
  reached(proposalId, (one) => proposals.get(one)?.children.map(({ child }) => child) ?? [])

const isOriginal = ({ stoodAlone, parents }: Relations): boolean => stoodAlone || parents.length === 0

/** The proposals that nobody made of others, among one and those from which it comes; also one into which others were merged later. */
export const originalsOf = (lineage: Proposals, proposalId: string): ReadonlyArray<string> =>
  [proposalId, ...ancestorsOf(lineage, proposalId)].filter((one) => {
    const relations = lineage.proposals.get(one)
    return relations !== undefined && isOriginal(relations)
  })

/** Every support of a proposal and of those from which it comes, each where it was given: one participant may have supported several of them. */
export const supportsOf = (lineage: Proposals, proposalId: string): ReadonlyArray<SupportOfProposal> =>
  [proposalId, ...ancestorsOf(lineage, proposalId)].flatMap((one) => [...(lineage.proposals.get(one)?.supports.values() ?? [])])

/**
 * The lineage of all proposals, folded from their events and, where supports are asked for, from those of the support books. It may be
 * told by the parent, by the child, or by both.
 *
 * Cost: for each edge, a walk over the ancestors of its parent.
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * const [at, hash] = [instant('2026-03-02T08:00:00Z'), '0f'.repeat(32)]
 * const drafted = (proposalId: string): ProposalEvent => ({
 *   type: 'ProposalDrafted', proposalId, consultationId: 'c-1', by: 'ann', contentRef: proposalId, contentHash: hash, draftedAt: at,
 * })
 * const [targets, reason, by] = [[{ proposalId: 'park', revision: 1 }], 'The same place.', 'facilitator']
 * const merged: ProposalEvent = { type: 'ProposalMergedInto', proposalId: 'trees', revision: 1, targets, reason, by, supersededAt: at }
 * const lineage = lineageOf([drafted('trees'), drafted('park'), merged])
 * ancestorsOf(lineage, 'park') // => ['trees']
 * lineage.proposals.get('trees')?.texts // => [{ revision: 1, contentRef: 'trees', contentHash: hash }]
 */
export const lineageOf = (events: Iterable<ProposalEvent | SupportEvent>): Lineage => {
  const proposals = new Map<string, Growing>()
  const circling: Array<Edge> = []
  const of = (proposalId: string): Growing => {
    const known = proposals.get(proposalId)
    if (known !== undefined) return known
    const growing: Growing = { stoodAlone: false, texts: [], parents: [], children: [], supports: new Map() }
    proposals.set(proposalId, growing)
    return growing
  }
  const join = (edge: Edge): void => {
    const { parents } = of(edge.child)
    const { proposalId } = edge.parent
    if (parents.some((known) => isSame(known, edge))) return
    if (proposalId === edge.child || ancestorsOf({ proposals }, proposalId).includes(edge.child)) {
      circling.push(edge)
      return
    }
    parents.push(edge)
    of(proposalId).children.push(edge)
  }
  for (const event of events) {
    if (event.type === 'SupportGiven' || event.type === 'SupportWithdrawn') {
      const { phaseId, voterKey, proposalId } = event
      const key = JSON.stringify([phaseId, voterKey])
      if (event.type === 'SupportWithdrawn') of(proposalId).supports.delete(key)
      else of(proposalId).supports.set(key, { phaseId, voterKey, proposalId, revision: event.revision })
      continue
    }
    if (event.type === 'ProposalDrafted' || event.type === 'ProposalRevised') of(event.proposalId).texts.push(textOf(event))
    if (event.type === 'ProposalSubmitted' && of(event.proposalId).parents.length === 0) of(event.proposalId).stoodAlone = true
    for (const edge of edgesOf(event)) join(edge)
  }
  return { proposals, circling }
}
