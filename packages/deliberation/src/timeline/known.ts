import type { DeliberationEvent } from '../face/aggregates.ts'

/** What later lines need of earlier events: names, currencies, times. Small: nothing of it grows with the number of people. */
export interface Known {
  readonly see: (event: DeliberationEvent) => void
  /** The name of an option of a poll, or its id. */
  readonly option: (pollId: string | undefined, id: string) => string
  /** The name of a project that an envelope funds, or its id. */
  readonly project: (envelopeId: string, id: string) => string
  readonly currencyOfPoll: (pollId: string) => string
  readonly currencyOfEnvelope: (envelopeId: string) => string
  readonly phase: (id: string) => string | undefined
  readonly poll: (pollId: string) => SeenPoll | undefined
}

interface SeenPoll {
  openedAt?: string
  closedAt?: string
  isSealed: boolean
  currency: string
  readonly names: Map<string, string>
}

/** Names and times as the log gives them, event after event. */
export const known = (): Known => {
  const polls = new Map<string, SeenPoll>()
  const envelopes = new Map<string, { readonly currency: string; pollId?: string }>()
  const phases = new Map<string, string>()
  const pollOf = (pollId: string): SeenPoll => {
    const seen = polls.get(pollId) ?? { isSealed: false, currency: '', names: new Map<string, string>() }
    polls.set(pollId, seen)
    return seen
  }
  const see = (event: DeliberationEvent): void => {
    switch (event.type) {
      case 'OptionsFrozen': {
        const seen = pollOf(event.pollId)
        seen.currency = event.currency
        for (const { id, name } of event.options) seen.names.set(id, name)
        break
      }
      case 'PollOpened':
        pollOf(event.pollId).openedAt = event.openedAt
        break
      case 'PollClosed':
        pollOf(event.pollId).closedAt = event.closedAt
        break
      case 'BallotBoxSealed':
        pollOf(event.pollId).isSealed = true
        break
      case 'EnvelopeOpened':
        envelopes.set(event.envelopeId, { currency: event.currency })
        break
      case 'AllocationComputed':
        envelopes.set(event.envelopeId, { currency: envelopes.get(event.envelopeId)?.currency ?? '', pollId: event.pollId })
        break
      case 'PhasesSet':
      case 'CalendarRevised':
        for (const { id, title } of event.phases) phases.set(id, title ?? id)
        break
      default:
    }
  }
  const option = (pollId: string | undefined, id: string): string => (pollId === undefined ? id : (polls.get(pollId)?.names.get(id) ?? id))
  return {
    see,
    option,
    project: (envelopeId, id) => option(envelopes.get(envelopeId)?.pollId, id),
    currencyOfPoll: (pollId) => polls.get(pollId)?.currency ?? '',
    currencyOfEnvelope: (envelopeId) => envelopes.get(envelopeId)?.currency ?? '',
    phase: (id) => phases.get(id),
    poll: (pollId) => polls.get(pollId),
  }
}
