import type { CommitmentCommand } from './commands.ts'
import type { CommitmentEvent } from './events.ts'

/** The command that leads to an event: all that it says is in the event, so that any log can be decided again. */
export const commandOfCommitment = (event: CommitmentEvent): CommitmentCommand => {
  switch (event.type) {
    case 'CommitmentMade':
      return { ...event, type: 'MakeCommitment', decisionId: event.decision.decisionId }
    case 'MilestoneReached':
      return { ...event, type: 'ReachMilestone' }
    case 'ProgressReported':
      return { ...event, type: 'ReportProgress' }
    case 'CommitmentDelayed':
      return { ...event, type: 'DelayCommitment' }
    case 'CommitmentOverdue':
      return { type: 'MarkOverdue', commitmentId: event.commitmentId, at: event.markedAt }
    case 'CommitmentFulfilled':
      return { ...event, type: 'FulfilCommitment' }
    case 'CommitmentAbandoned':
      return { ...event, type: 'AbandonCommitment' }
  }
}
