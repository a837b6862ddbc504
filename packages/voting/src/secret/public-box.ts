import type { Ballot } from '@isegoria/election'
import { byCodeUnit, canonicalText, E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import type { SecretEvent } from './events.ts'
import type { SecrecyLevel } from './secrecy-level.ts'
import type { ShownCredential } from './spent-credential.ts'

/** The levels at which the box stands apart from the roll. */
export type SecretLevel = Extract<SecrecyLevel, 'separated' | 'credential'>

/** What everybody may see of a secret poll once its box is sealed. */
export interface PublicBox {
  readonly pollId: string
  readonly rulesHash: string
  readonly level: SecretLevel
  /** Keys of those who were marked or given a credential, sorted. */
  readonly roll: ReadonlyArray<string>
  /** Cancelled entries, sorted by key; those of them who are on `roll` may have a ballot in the box. */
  readonly cancelled: ReadonlyArray<{ readonly voterKey: string; readonly reason: string }>
  /** Sorted by their canonical texts. */
  readonly ballots: ReadonlyArray<Ballot>
  /** Spent credentials, sorted by serial, each to be checked with the issuer's public key; none at level `separated`. */
  readonly credentials: ReadonlyArray<ShownCredential>
  readonly counts: { readonly roll: number; readonly cancelled: number; readonly ballots: number }
}

/** Why a box must not be sealed as it is. */
export type BoxFault =
  | { readonly type: 'EventOfAnotherPoll'; readonly pollId: string }
  | { readonly type: 'EventOfAnotherLevel'; readonly event: SecretEvent['type'] }
  | { readonly type: 'BallotOfOtherRules'; readonly rulesHash: string }
  | { readonly type: 'MoreBallotsThanVoters'; readonly ballots: number; readonly voters: number }
  | { readonly type: 'FewerBallotsThanMarked'; readonly ballots: number; readonly marked: number }
  | { readonly type: 'BallotsWithoutCredential'; readonly ballots: number; readonly spent: number }

const levelOf: Readonly<Record<SecretEvent['type'], SecretLevel | 'both'>> = {
  VoterMarked: 'separated',
  VotingCredentialIssued: 'credential',
  RollEntryCancelled: 'both',
  AnonymousBallotDeposited: 'both',
  CredentialSpent: 'credential',
}

const sortedBy = <Value>(values: ReadonlyArray<Value>, textOf: (value: Value) => string): ReadonlyArray<Value> =>
  values
    .map((value) => ({ value, text: textOf(value) }))
    .toSorted((left, right) => byCodeUnit(left.text, right.text))
    .map(({ value }) => value)

/**
 * The roll and the ballots of one secret poll, to be published when its box is sealed and not before: an interim count tells
 * what one more voter chose.
 *
 * Ballots stand in the order of their canonical texts (RFC 8785), and keys in theirs. That is stronger than to shuffle them:
 * the order follows from **which** ballots there are and from nothing else, so it holds nothing of how they came; there is no
 * generator to trust, no seed to destroy, and everybody who sorts gets the same list.
 * Shape: streams, positions, ids and times are left out, and must not be published beside it.
 * Errors: events of another poll or level; a ballot under other rules; more ballots than voters; at level `separated`, where
 * a mark and a ballot are one step, fewer ballots than marks; at level `credential`, where a voter may leave a credential
 * unused, not just one spent credential for each ballot.
 * Cost: O(n log n) for n events.
 */
export const publicBox = (
  events: Iterable<SecretEvent>,
  { pollId, rulesHash, level }: Pick<PublicBox, 'pollId' | 'rulesHash' | 'level'>,
): Either<BoxFault, PublicBox> => {
  const roll = new Set<string>()
  const reasons = new Map<string, string>()
  const ballots: Array<Ballot> = []
  const spent = new Map<string, ShownCredential>()
  for (const event of events) {
    if (event.pollId !== pollId) return E.left({ type: 'EventOfAnotherPoll', pollId: event.pollId })
    if (levelOf[event.type] !== level && levelOf[event.type] !== 'both') return E.left({ type: 'EventOfAnotherLevel', event: event.type })
    switch (event.type) {
      case 'VoterMarked':
      case 'VotingCredentialIssued':
        roll.add(event.voterKey)
        break
      case 'RollEntryCancelled':
        reasons.set(event.voterKey, event.reason)
        break
      case 'AnonymousBallotDeposited':
        if (event.rulesHash !== rulesHash) return E.left({ type: 'BallotOfOtherRules', rulesHash: event.rulesHash })
        ballots.push(event.ballot)
        break
      case 'CredentialSpent': {
        const { type: _, ...credential } = event
        spent.set(event.serial, credential)
      }
    }
  }
  if (ballots.length > roll.size) return E.left({ type: 'MoreBallotsThanVoters', ballots: ballots.length, voters: roll.size })
  if (level === 'separated' && ballots.length < roll.size)
    return E.left({ type: 'FewerBallotsThanMarked', ballots: ballots.length, marked: roll.size })
  if (level === 'credential' && ballots.length !== spent.size)
    return E.left({ type: 'BallotsWithoutCredential', ballots: ballots.length, spent: spent.size })
  const cancelled = [...reasons].map(([voterKey, reason]) => ({ voterKey, reason }))
  return E.right({
    pollId,
    rulesHash,
    level,
    roll: [...roll].toSorted(byCodeUnit),
    cancelled: sortedBy(cancelled, ({ voterKey }) => voterKey),
    ballots: sortedBy(ballots, canonicalText),
    credentials: sortedBy([...spent.values()], ({ serial }) => serial),
    counts: { roll: roll.size, cancelled: reasons.size, ballots: ballots.length },
  })
}
