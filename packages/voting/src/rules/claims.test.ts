import { describe, expect, it } from 'vitest'
import type { Rule } from '@isegoria/election'
import { obeysItsClaims } from '@isegoria/testing'
import { approval } from './approval.ts'
import { antiPlurality } from './ranking/anti-plurality.ts'
import { baldwin } from './ranking/baldwin.ts'
import { benham } from './ranking/benham.ts'
import { borda } from './ranking/borda.ts'
import { btrIrv } from './ranking/btr-irv.ts'
import { condorcet } from './ranking/condorcet.ts'
import { coombs } from './ranking/coombs.ts'
import { copeland } from './ranking/copeland.ts'
import { cumulative } from './ranking/cumulative.ts'
import { dodgsonQuick } from './ranking/dodgson-quick.ts'
import { dodgsonTideman } from './ranking/dodgson-tideman.ts'
import { dowdall } from './ranking/dowdall.ts'
import { irv } from './ranking/irv.ts'
import { kemeny } from './ranking/kemeny.ts'
import { majorityJudgment } from './ranking/majority-judgment.ts'
import { maximalLotteries } from './ranking/maximal-lotteries.ts'
import { minimax } from './ranking/minimax.ts'
import { nanson } from './ranking/nanson.ts'
import { plurality } from './ranking/plurality.ts'
import { quadratic } from './ranking/quadratic.ts'
import { rankedPairs } from './ranking/ranked-pairs.ts'
import { river } from './ranking/river.ts'
import { schulze } from './ranking/schulze.ts'
import { schwartzSet } from './ranking/schwartz-set.ts'
import { score } from './ranking/score.ts'
import { smithSet } from './ranking/smith-set.ts'
import { splitCycle } from './ranking/split-cycle.ts'
import { stableVoting } from './ranking/stable-voting.ts'
import { star } from './ranking/star.ts'
import { tidemanAlternative } from './ranking/tideman-alternative.ts'
import { twoRound } from './ranking/two-round.ts'
import { committeeEqualShares } from './committee/committee-equal-shares.ts'
import { ePluribusHugo } from './committee/elimination-rules.ts'
import { minimaxPhragmen, leximaxPhragmen } from './committee/load-rules.ts'
import { maximinSupport } from './committee/maximin-support.ts'
import { minimaxAv, lexMinimaxAv } from './committee/minimax-av-rules.ts'
import { monroe, greedyMonroe } from './committee/monroe-rules.ts'
import { seqPhragmen, phragmenEnestroem, consensus } from './committee/phragmen-rules.ts'
import { av, sav } from './committee/separable-rules.ts'
import { seqPav, revSeqPav, seqSlav, seqCc } from './committee/sequential-thiele-rules.ts'
import { pav, slav, chamberlinCourant, lexChamberlinCourant, geometric, thieleAdams } from './committee/thiele-rules.ts'
import { trivial } from './committee/trivial.ts'
import { expandingApprovals } from './committee/expanding-approvals.ts'
import { randomSerialDictator } from './committee/random-serial-dictator.ts'
import { randomBallot } from './ranking/random-ballot.ts'
import { stv } from './stv/stv.ts'
import { adams } from './apportionment/adams.ts'
import { danish } from './apportionment/danish.ts'
import { dhondt } from './apportionment/dhondt.ts'
import { huntingtonHill } from './apportionment/huntington-hill.ts'
import { imperiali } from './apportionment/imperiali.ts'
import { largestRemainder } from './apportionment/largest-remainder.ts'
import { sainteLague } from './apportionment/sainte-lague.ts'
import { counterexamplesOf, witnesses } from './counterexamples.fixture.ts'

const rules: ReadonlyArray<Rule> = [
  approval,
  antiPlurality,
  baldwin,
  benham,
  borda,
  btrIrv,
  condorcet,
  coombs,
  copeland,
  cumulative,
  dodgsonQuick,
  dodgsonTideman,
  dowdall,
  irv,
  kemeny,
  majorityJudgment,
  maximalLotteries,
  minimax,
  nanson,
  plurality,
  quadratic,
  rankedPairs,
  river,
  schulze,
  schwartzSet,
  score,
  smithSet,
  splitCycle,
  stableVoting,
  star,
  tidemanAlternative,
  twoRound,
  committeeEqualShares,
  ePluribusHugo,
  minimaxPhragmen,
  leximaxPhragmen,
  maximinSupport,
  minimaxAv,
  lexMinimaxAv,
  monroe,
  greedyMonroe,
  seqPhragmen,
  phragmenEnestroem,
  consensus,
  av,
  sav,
  seqPav,
  revSeqPav,
  seqSlav,
  seqCc,
  pav,
  slav,
  chamberlinCourant,
  lexChamberlinCourant,
  geometric,
  thieleAdams,
  trivial,
  expandingApprovals,
  randomSerialDictator,
  randomBallot,
  stv,
  adams,
  danish,
  dhondt,
  huntingtonHill,
  imperiali,
  largestRemainder,
  sainteLague,
]

for (const rule of rules) obeysItsClaims(rule, { runs: 40, counterexamples: counterexamplesOf(rule) })

obeysItsClaims(rankedPairs, { runs: 40, parameters: { equal: 'any-order' }, counterexamples: counterexamplesOf(rankedPairs) })

describe('the counterexamples', () => {
  it('are of rules of the house, each of which has an id of its own', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toStrictEqual([])
    expect(witnesses.flatMap(({ rules: named }) => named).filter((id) => !ids.includes(id))).toStrictEqual([])
  })
})
