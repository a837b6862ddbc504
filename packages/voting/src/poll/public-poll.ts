import type { Outcome } from '@isegoria/election'
import type { Instant } from '@isegoria/kernel'
import type { Support } from './events.ts'
import type { PollState, PollTerms } from './state.ts'

/** What everybody may know of a poll before its box is sealed. There is no count in it to be shown, by mistake or otherwise. */
interface Uncounted {
  readonly terms: PollTerms
  readonly withdrawn: ReadonlyArray<string>
  readonly closesAt: Instant
}

interface WithBallots extends Uncounted {
  readonly ballots: number
}

interface WithResult extends WithBallots {
  readonly outcome: Outcome
  /** Of what the terms' threshold is a share; absent where they have none. */
  readonly support?: Support
}

/** A poll as it is published, stage by stage: results are there from the tally on, and the number of ballots from the sealing on. */
export type PublicPoll =
  | { readonly status: 'InPreparation' }
  | ({ readonly status: 'Announced' | 'Open' | 'Closed' } & Uncounted)
  | ({ readonly status: 'Sealed' } & WithBallots)
  | ({ readonly status: 'Tallied' | 'Certified' | 'Contested' } & WithResult)
  | { readonly status: 'Annulled'; readonly motives: string }

/** The public view of a poll. */
export const publicPoll = (state: PollState): PublicPoll => {
  switch (state.status) {
    case 'NotDefined':
    case 'Defined':
      return { status: 'InPreparation' }
    case 'Annulled':
      return { status: 'Annulled', motives: state.motives }
    case 'Frozen':
      return { status: 'Announced', terms: state.terms, withdrawn: [], closesAt: state.terms.definition.closesAt }
    case 'Open':
    case 'Closed':
      return { status: state.status, terms: state.terms, withdrawn: state.conduct.withdrawn, closesAt: state.conduct.closesAt }
    case 'Sealed': {
      const { status, terms, conduct, ballots } = state
      return { status, terms, withdrawn: conduct.withdrawn, closesAt: conduct.closesAt, ballots }
    }
    case 'Tallied':
    case 'Certified':
    case 'Contested': {
      const { status, terms, conduct, ballots, tally } = state
      const { outcome, support } = tally
      const counted = { ballots, outcome, ...(support === undefined ? {} : { support }) }
      return { status, terms, withdrawn: conduct.withdrawn, closesAt: conduct.closesAt, ...counted }
    }
  }
}
