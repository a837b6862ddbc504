import { canonicalText, E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { faultOfName, faultOfReason } from '../blank.ts'
import { faultOfContent, isSameContent } from '../content.ts'
import { passingAt } from '../open-gate.ts'
import { faultOfPlace } from '../place.ts'
import type { ContributionCommand, ReceiveContribution, RedactContribution, ReviseContribution, WithdrawContribution } from './commands.ts'
import type { ContributionEvent } from './events.ts'
import { faultOfKind } from './fault-of-kind.ts'
import type { ContributionRejection } from './rejections.ts'
import type { ContributionState, Received, Redaction } from './state.ts'

type Decision = Either<ContributionRejection, ReadonlyArray<ContributionEvent>>

/** What a phase must let people do for this. */
const capabilities = ['contribute', 'deliberate']

const faultOfReceived = ({ by, place, ...received }: Received): ContributionRejection | undefined =>
  (by === undefined ? undefined : faultOfName('by', by)) ??
  faultOfKind(received) ??
  faultOfContent(received) ??
  (place === undefined ? undefined : faultOfPlace(place))

const receive = (command: ReceiveContribution, state: ContributionState): Decision => {
  const { type: _, gate, at, ...received } = command
  const fault = faultOfReceived(received)
  if (fault !== undefined) return E.left(fault)
  if (state.status !== 'Unknown')
    return canonicalText(state.received) === canonicalText(received)
      ? E.right([])
      : E.left({ type: 'ContributionAlreadyReceived', contentHash: state.received.contentHash })
  const opened = passingAt(gate, capabilities, at)
  return E.isLeft(opened) ? opened : E.right([{ type: 'ContributionReceived', ...received, receivedAt: at, gate: opened.right }])
}

const revise = (command: ReviseContribution, state: ContributionState): Decision => {
  const { contributionId, contentRef, contentHash, by, gate, at } = command
  if (state.status === 'Unknown') return E.left({ type: 'ContributionUnknown' })
  if (state.received.by !== by) return E.left({ type: 'NotTheContributor', by })
  if (state.status === 'Withdrawn') return E.left({ type: 'ContributionIsWithdrawn' })
  if (state.redaction !== undefined) return E.left({ type: 'ContributionIsRedacted', ground: state.redaction.ground })
  if (isSameContent(state.content, command)) return E.right([])
  const fault = faultOfContent(command)
  if (fault !== undefined) return E.left(fault)
  const opened = passingAt(gate, capabilities, at)
  if (E.isLeft(opened)) return opened
  const revision = state.revision + 1
  return E.right([{ type: 'ContributionRevised', contributionId, revision, contentRef, contentHash, by, revisedAt: at, gate: opened.right }])
}

const withdraw = ({ contributionId, by, at }: WithdrawContribution, state: ContributionState): Decision => {
  if (state.status === 'Unknown') return E.left({ type: 'ContributionUnknown' })
  if (state.received.by !== by) return E.left({ type: 'NotTheContributor', by })
  return E.right(state.status === 'Withdrawn' ? [] : [{ type: 'ContributionWithdrawn', contributionId, by, withdrawnAt: at }])
}

const isSameRedaction = (given: Redaction, known: Redaction | undefined): boolean => {
  if (given.ground !== known?.ground) return false
  if (given.remains === undefined || known.remains === undefined) return given.remains === known.remains
  return isSameContent(given.remains, known.remains)
}

const redact = (command: RedactContribution, state: ContributionState): Decision => {
  const { type: _, at, ...redaction } = command
  if (state.status === 'Unknown') return E.left({ type: 'ContributionUnknown' })
  const { ground, remains, by } = redaction
  const fault =
    faultOfName('by', by) ?? faultOfReason('ContributionRedacted', ground) ?? (remains === undefined ? undefined : faultOfContent(remains))
  if (fault !== undefined) return E.left(fault)
  if (isSameRedaction(redaction, state.redaction)) return E.right([])
  return E.right([{ type: 'ContributionRedacted', revision: state.revision, ...redaction, redactedAt: at }])
}

export const decide = (command: ContributionCommand, state: ContributionState): Decision => {
  switch (command.type) {
    case 'ReceiveContribution':
      return receive(command, state)
    case 'ReviseContribution':
      return revise(command, state)
    case 'WithdrawContribution':
      return withdraw(command, state)
    case 'RedactContribution':
      return redact(command, state)
  }
}
