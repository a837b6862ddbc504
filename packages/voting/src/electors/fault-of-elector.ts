import type { BallotTerms } from '../ballot/terms.ts'
import type { ElectorState } from './elector.ts'

/** The poll is for those on a roll, and this key is not on it. */
export interface NotOnRoll {
  readonly type: 'NotOnRoll'
  readonly rollId: string
  readonly status: ElectorState['status']
}

/** Why a key may not vote under these terms, given its entry on the roll as it was read; nobody is asked for one where there is no roll. */
export const faultOfElector = ({ electors }: Pick<BallotTerms, 'electors'>, entry: ElectorState | undefined): NotOnRoll | undefined => {
  if (electors === undefined || entry?.status === 'Attested') return undefined
  return { type: 'NotOnRoll', rollId: electors, status: entry?.status ?? 'Unknown' }
}
