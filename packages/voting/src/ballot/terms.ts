import type { BallotForm } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import type { PollState } from '../poll/state.ts'

/** What a ballot must know of its poll: read once when the poll opens, never written while voting runs. */
export interface BallotTerms {
  readonly pollId: string
  readonly rulesHash: string
  readonly options: ReadonlySet<string>
  readonly form: BallotForm
  readonly opensAt: Instant
  readonly closesAt: Instant
}

/** The terms of an open poll; `undefined` while it is not open. */
export const ballotTerms = (state: PollState): BallotTerms | undefined => {
  if (state.status !== 'Open') return undefined
  const { definition, frozen } = state.terms
  return {
    pollId: definition.pollId,
    rulesHash: state.rulesHash,
    options: new Set(frozen.options.map(({ id }) => id)),
    form: definition.form,
    opensAt: definition.opensAt,
    closesAt: definition.closesAt,
  }
}
