import type { BallotForm } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import { isSecret } from '../poll/state.ts'
import type { PollState } from '../poll/state.ts'

/** What a ballot must know of its poll: read once when the poll opens, never written while voting runs. */
export interface BallotTerms {
  readonly pollId: string
  readonly rulesHash: string
  readonly options: ReadonlySet<string>
  readonly form: BallotForm
  /** The roll whose electors may vote; anybody where there is none. */
  readonly electors?: string
  /** Whether a ballot once cast is final. */
  readonly isFinal: boolean
  /** Whether the poll is secret: then no ballot stands in its voter's name, and none is taken here. */
  readonly isSecret: boolean
  readonly opensAt: Instant
  readonly closesAt: Instant
}

/** The terms of an open poll; `undefined` while it is not open. */
export const ballotTerms = (state: PollState): BallotTerms | undefined => {
  if (state.status !== 'Open') return undefined
  const { terms, conduct } = state
  const { definition, frozen } = terms
  return {
    pollId: definition.pollId,
    rulesHash: state.rulesHash,
    options: new Set(frozen.options.map(({ id }) => id).filter((id) => !conduct.withdrawn.includes(id))),
    form: definition.form,
    ...(definition.electors === undefined ? {} : { electors: definition.electors }),
    isFinal: definition.revote === 'final',
    isSecret: isSecret(definition.secrecy),
    opensAt: definition.opensAt,
    closesAt: conduct.closesAt,
  }
}
