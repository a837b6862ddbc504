import type { EnvelopeCommand } from './commands.ts'
import { outstandingOf } from './funding.ts'
import type { EnvelopeState } from './state.ts'

/** One thing that can happen next, and who sees to it: the authority by a person, the tally of a poll, the treasurer. */
export interface ExpectedOfEnvelope {
  readonly command: EnvelopeCommand['type']
  readonly by: 'authority' | 'tally' | 'treasurer'
  /** The projects that wait for it, where there are some. */
  readonly projects?: ReadonlyArray<string>
}

const agreeing: ExpectedOfEnvelope = { command: 'AgreePartFunding', by: 'authority' }
const revising: ExpectedOfEnvelope = { command: 'ReviseCost', by: 'authority' }
const closing: ExpectedOfEnvelope = { command: 'CloseEnvelope', by: 'authority' }
const computing: ExpectedOfEnvelope = { command: 'ComputeAllocation', by: 'tally' }

const namesOf = (waiting: ReadonlyArray<{ readonly project: string }>): { readonly projects?: ReadonlyArray<string> } =>
  waiting.length === 0 ? {} : { projects: waiting.map(({ project }) => project) }

/** What can happen next to an envelope. Cost: one pass over its projects. */
export const expectedOfEnvelope = (state: EnvelopeState): ReadonlyArray<ExpectedOfEnvelope> => {
  switch (state.status) {
    case 'NotOpened':
      return [{ command: 'OpenEnvelope', by: 'authority' }]
    case 'Open':
      return [computing, agreeing, revising, closing]
    case 'Allocated': {
      const { unfunded, payable, uncovered } = outstandingOf(state)
      return [
        ...(state.limits.size > 1 ? [computing] : []),
        ...(payable.length === 0 ? [] : [{ command: 'FundProject', by: 'treasurer', projects: payable } as const]),
        { command: 'AdjustAllocation', by: 'authority', ...namesOf(uncovered) },
        { ...agreeing, ...namesOf(uncovered.filter(({ type }) => type === 'ProjectNotCovered')) },
        revising,
        ...(unfunded.length === 0 && uncovered.length === 0 ? [closing] : []),
      ]
    }
    case 'Closed':
      return []
  }
}
