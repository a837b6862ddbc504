import type { Source } from './comparison.ts'
import { abcvoting } from './sources/abcvoting.ts'
import { apportionmentOfParliaments } from './sources/apportionment.ts'
import { condorcetStv } from './sources/condorcet-stv.ts'
import { majorityJudgmentCases } from './sources/majority-judgment.ts'
import { pabulibPeers } from './sources/pabulib-peers.ts'
import { pabulibWinners } from './sources/pabulib-winners.ts'
import { ranked } from './sources/ranked.ts'
import { stvPeers } from './sources/stv-peers.ts'
import { stvRs } from './sources/stv-rs.ts'
import { tideman } from './sources/tideman.ts'

/** Everybody with whom we compare ourselves. */
export const sources: ReadonlyArray<Source> = [
  tideman,
  ...ranked,
  abcvoting,
  stvRs,
  stvPeers,
  condorcetStv,
  majorityJudgmentCases,
  apportionmentOfParliaments,
  pabulibWinners,
  ...pabulibPeers,
]
