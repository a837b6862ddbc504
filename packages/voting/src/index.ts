export { ballotDecider } from './ballot/ballot.ts'
export type { BallotCommand, BallotRejection, BallotState, CastBallot, WithdrawBallot } from './ballot/ballot.ts'
export { ballotEvents } from './ballot/events.ts'
export type { BallotCast, BallotEvent, BallotReplaced, BallotWithdrawn } from './ballot/events.ts'
export { faultOfBallot } from './ballot/fault-of-ballot.ts'
export type { BallotFault } from './ballot/fault-of-ballot.ts'
export { ballotStream } from './ballot/stream.ts'
export { ballotTerms } from './ballot/terms.ts'
export type { BallotTerms } from './ballot/terms.ts'
export { resolveDelegations } from './delegation/resolve-delegations.ts'
export type { DelegationResolution, VoteEnd } from './delegation/resolve-delegations.ts'
export type { Delegation, DelegationRejection, DelegationSnapshot, VoterId } from './delegation/snapshot.ts'
export { elector, electorStream } from './electors/elector.ts'
export type { AttestElector, ElectorCommand, ElectorRejection, ElectorState, StrikeOffElector } from './electors/elector.ts'
export { electorEvents } from './electors/events.ts'
export type { ElectorAttested, ElectorEvent, ElectorStruckOff } from './electors/events.ts'
export type { NotOnRoll } from './electors/fault-of-elector.ts'
export { voterKeyOf } from './electors/voter-key.ts'
export type {
  AnnulPoll,
  CertifyResult,
  ClosePoll,
  ContestResult,
  DefinePoll,
  DismissContest,
  DrawLot,
  ExtendPoll,
  FreezeOptions,
  OpenPoll,
  PollCommand,
  RecordTally,
  SealBallotBox,
  WithdrawOption,
} from './poll/commands.ts'
export { pollEvents } from './poll/events.ts'
export type {
  BallotBoxSealed,
  ContestDismissed,
  FrozenOption,
  LotDrawn,
  OptionWithdrawn,
  OptionsFrozen,
  PollAnnulled,
  PollClosed,
  PollDefined,
  PollEvent,
  PollExtended,
  PollOpened,
  ResultCertified,
  ResultContested,
  RuleChoice,
  Support,
  TallyComputed,
  Threshold,
} from './poll/events.ts'
export { poll, pollStream } from './poll/poll.ts'
export { publicPoll } from './poll/public-poll.ts'
export type { PublicPoll } from './poll/public-poll.ts'
export type { PollRejection } from './poll/rejections.ts'
export { rulesHash } from './poll/rules-hash.ts'
export { isSecret } from './poll/state.ts'
export type { PollConduct, PollState, PollTerms } from './poll/state.ts'
export { supportOf } from './poll/threshold.ts'
export { adams } from './rules/apportionment/adams.ts'
export { biproportional } from './rules/apportionment/biproportional.ts'
export { danish } from './rules/apportionment/danish.ts'
export { dhondt } from './rules/apportionment/dhondt.ts'
export { huntingtonHill } from './rules/apportionment/huntington-hill.ts'
export { imperiali } from './rules/apportionment/imperiali.ts'
export { largestRemainder } from './rules/apportionment/largest-remainder.ts'
export { sainteLague } from './rules/apportionment/sainte-lague.ts'
export type { Cell, Rounding, SeatTable, SeatTableRejection, SeatTableTask } from './rules/apportionment/seat-table.ts'
export { approval } from './rules/approval.ts'
export { committeeEqualShares } from './rules/committee/committee-equal-shares.ts'
export { ePluribusHugo } from './rules/committee/elimination-rules.ts'
export { expandingApprovals } from './rules/committee/expanding-approvals.ts'
export { leximaxPhragmen, minimaxPhragmen } from './rules/committee/load-rules.ts'
export { maximinSupport } from './rules/committee/maximin-support.ts'
export { lexMinimaxAv, minimaxAv } from './rules/committee/minimax-av-rules.ts'
export { greedyMonroe, monroe } from './rules/committee/monroe-rules.ts'
export { consensus, phragmenEnestroem, seqPhragmen } from './rules/committee/phragmen-rules.ts'
export { randomSerialDictator } from './rules/committee/random-serial-dictator.ts'
export { av, sav } from './rules/committee/separable-rules.ts'
export { revSeqPav, seqCc, seqPav, seqSlav } from './rules/committee/sequential-thiele-rules.ts'
export { chamberlinCourant, geometric, lexChamberlinCourant, pav, slav, thieleAdams } from './rules/committee/thiele-rules.ts'
export { trivial } from './rules/committee/trivial.ts'
export { antiPlurality } from './rules/ranking/anti-plurality.ts'
export { baldwin } from './rules/ranking/baldwin.ts'
export { benham } from './rules/ranking/benham.ts'
export { borda } from './rules/ranking/borda.ts'
export { btrIrv } from './rules/ranking/btr-irv.ts'
export { condorcet } from './rules/ranking/condorcet.ts'
export { coombs } from './rules/ranking/coombs.ts'
export { copeland } from './rules/ranking/copeland.ts'
export { cumulative } from './rules/ranking/cumulative.ts'
export { dodgsonQuick } from './rules/ranking/dodgson-quick.ts'
export { dodgsonTideman } from './rules/ranking/dodgson-tideman.ts'
export { dowdall } from './rules/ranking/dowdall.ts'
export { irv } from './rules/ranking/irv.ts'
export { kemeny } from './rules/ranking/kemeny.ts'
export { majorityJudgment } from './rules/ranking/majority-judgment.ts'
export { maximalLotteries } from './rules/ranking/maximal-lotteries.ts'
export { minimax } from './rules/ranking/minimax.ts'
export { nanson } from './rules/ranking/nanson.ts'
export { plurality } from './rules/ranking/plurality.ts'
export { quadratic } from './rules/ranking/quadratic.ts'
export { randomBallot } from './rules/ranking/random-ballot.ts'
export { rankedPairs } from './rules/ranking/ranked-pairs.ts'
export { river } from './rules/ranking/river.ts'
export { schulze } from './rules/ranking/schulze.ts'
export { schwartzSet } from './rules/ranking/schwartz-set.ts'
export { score } from './rules/ranking/score.ts'
export { smithSet } from './rules/ranking/smith-set.ts'
export { splitCycle } from './rules/ranking/split-cycle.ts'
export { stableVoting } from './rules/ranking/stable-voting.ts'
export { star } from './rules/ranking/star.ts'
export { tidemanAlternative } from './rules/ranking/tideman-alternative.ts'
export { twoRound } from './rules/ranking/two-round.ts'
export { stv } from './rules/stv/stv.ts'
export { votingRules } from './rules/voting-rules.ts'
export { anonymousBallot } from './secret/anonymous-ballot.ts'
export type { AnonymousBallotState, DepositBallot, DepositRejection } from './secret/anonymous-ballot.ts'
export { coarseInstant } from './secret/coarse-instant.ts'
export { boxEvents, rollEvents, spentEvents } from './secret/events.ts'
export type {
  AnonymousBallotDeposited,
  BoxEvent,
  CredentialSpent,
  RollEntryCancelled,
  RollEvent,
  SecretEvent,
  SpentEvent,
  VoterMarked,
  VotingCredentialIssued,
} from './secret/events.ts'
export type { TermsFault } from './secret/fault-of-terms.ts'
export { publicBox } from './secret/public-box.ts'
export type { BoxFault, PublicBox, SecretLevel } from './secret/public-box.ts'
export { rollEntry } from './secret/roll-entry.ts'
export type { CancelRollEntry, IssueCredential, MarkVoter, RollCommand, RollRejection, RollState } from './secret/roll-entry.ts'
export { secrecyTerms } from './secret/secrecy-level.ts'
export type { SecrecyLevel, SecrecyTerms } from './secret/secrecy-level.ts'
export { secretCommits } from './secret/secret-commits.ts'
export type { IdNotRandom, SecretCommit } from './secret/secret-commits.ts'
export { spentCredential } from './secret/spent-credential.ts'
export type { CredentialAlreadySpent, ShownCredential, SpendCredential, SpentState } from './secret/spent-credential.ts'
export { boxStream, rollStream, serialHash, spentStream } from './secret/streams.ts'
export { voteSeparated, voteWithCredential } from './secret/vote-secretly.ts'
export type { SecretWrite, VoteSeparated, VoteWithCredential } from './secret/vote-secretly.ts'
export { pairwise, unrankedOf, unrankedParameter } from './tally/pairwise.ts'
export type { Unranked } from './tally/pairwise.ts'
export { preferencesOf } from './tally/preferences.ts'
export type { Preferences } from './tally/preferences.ts'
export { rankingBy } from './tally/ranking-by.ts'
export type { Ranked } from './tally/ranking-by.ts'
