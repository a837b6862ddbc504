import type { Rule } from '@isegoria/election'
import { adams } from './apportionment/adams.ts'
import { danish } from './apportionment/danish.ts'
import { dhondt } from './apportionment/dhondt.ts'
import { huntingtonHill } from './apportionment/huntington-hill.ts'
import { imperiali } from './apportionment/imperiali.ts'
import { largestRemainder } from './apportionment/largest-remainder.ts'
import { sainteLague } from './apportionment/sainte-lague.ts'
import { av, sav } from './committee/separable-rules.ts'
import { chamberlinCourant, geometric, lexChamberlinCourant, pav, slav, thieleAdams } from './committee/thiele-rules.ts'
import { revSeqPav, seqCc, seqPav, seqSlav } from './committee/sequential-thiele-rules.ts'
import { consensus, phragmenEnestroem, seqPhragmen } from './committee/phragmen-rules.ts'
import { committeeEqualShares } from './committee/committee-equal-shares.ts'
import { leximaxPhragmen, minimaxPhragmen } from './committee/load-rules.ts'
import { maximinSupport } from './committee/maximin-support.ts'
import { greedyMonroe, monroe } from './committee/monroe-rules.ts'
import { lexMinimaxAv, minimaxAv } from './committee/minimax-av-rules.ts'
import { ePluribusHugo } from './committee/elimination-rules.ts'
import { trivial } from './committee/trivial.ts'
import { condorcet } from './ranking/condorcet.ts'
import { copeland } from './ranking/copeland.ts'
import { minimax } from './ranking/minimax.ts'
import { schulze } from './ranking/schulze.ts'
import { rankedPairs } from './ranking/ranked-pairs.ts'
import { river } from './ranking/river.ts'
import { splitCycle } from './ranking/split-cycle.ts'
import { stableVoting } from './ranking/stable-voting.ts'
import { kemeny } from './ranking/kemeny.ts'
import { dodgsonQuick } from './ranking/dodgson-quick.ts'
import { dodgsonTideman } from './ranking/dodgson-tideman.ts'
import { smithSet } from './ranking/smith-set.ts'
import { schwartzSet } from './ranking/schwartz-set.ts'
import { maximalLotteries } from './ranking/maximal-lotteries.ts'
import { expandingApprovals } from './committee/expanding-approvals.ts'
import { randomSerialDictator } from './committee/random-serial-dictator.ts'
import { randomBallot } from './ranking/random-ballot.ts'
import { approval } from './approval.ts'
import { stv } from './stv/stv.ts'
import { antiPlurality } from './ranking/anti-plurality.ts'
import { baldwin } from './ranking/baldwin.ts'
import { benham } from './ranking/benham.ts'
import { borda } from './ranking/borda.ts'
import { btrIrv } from './ranking/btr-irv.ts'
import { coombs } from './ranking/coombs.ts'
import { cumulative } from './ranking/cumulative.ts'
import { dowdall } from './ranking/dowdall.ts'
import { irv } from './ranking/irv.ts'
import { majorityJudgment } from './ranking/majority-judgment.ts'
import { nanson } from './ranking/nanson.ts'
import { plurality } from './ranking/plurality.ts'
import { quadratic } from './ranking/quadratic.ts'
import { score } from './ranking/score.ts'
import { star } from './ranking/star.ts'
import { tidemanAlternative } from './ranking/tideman-alternative.ts'
import { twoRound } from './ranking/two-round.ts'

/** Every rule of this package, in the order in which they are listed. */
export const votingRules: ReadonlyArray<Rule> = [
  approval,
  plurality,
  antiPlurality,
  borda,
  dowdall,
  twoRound,
  irv,
  coombs,
  baldwin,
  nanson,
  benham,
  btrIrv,
  tidemanAlternative,
  condorcet,
  copeland,
  minimax,
  schulze,
  rankedPairs,
  river,
  splitCycle,
  stableVoting,
  kemeny,
  dodgsonQuick,
  dodgsonTideman,
  smithSet,
  schwartzSet,
  maximalLotteries,
  randomBallot,
  score,
  star,
  majorityJudgment,
  cumulative,
  quadratic,
  av,
  sav,
  pav,
  slav,
  chamberlinCourant,
  lexChamberlinCourant,
  geometric,
  thieleAdams,
  seqPav,
  revSeqPav,
  seqSlav,
  seqCc,
  seqPhragmen,
  phragmenEnestroem,
  consensus,
  committeeEqualShares,
  minimaxPhragmen,
  leximaxPhragmen,
  maximinSupport,
  monroe,
  greedyMonroe,
  minimaxAv,
  lexMinimaxAv,
  ePluribusHugo,
  expandingApprovals,
  randomSerialDictator,
  trivial,
  stv,
  dhondt,
  sainteLague,
  danish,
  imperiali,
  adams,
  huntingtonHill,
  largestRemainder,
]
