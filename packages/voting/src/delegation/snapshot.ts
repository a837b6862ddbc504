/** Names a person entitled to vote. */
export type VoterId = string

/** Somebody lets another vote in their place. */
export interface Delegation {
  readonly from: VoterId
  readonly to: VoterId
}

/** Who may vote, who did, and who delegates to whom, at one moment: what stands in it is counted, however it came about. */
export interface DelegationSnapshot {
  /** Everybody who may vote. */
  readonly voters: ReadonlyArray<VoterId>
  /** Those who cast a ballot. */
  readonly voted: ReadonlyArray<VoterId>
  readonly delegations: ReadonlyArray<Delegation>
}

/** Why a snapshot cannot be counted. */
export type DelegationRejection =
  /** Somebody stands on the roll of voters twice. */
  | { readonly type: 'VoterListedTwice'; readonly voter: VoterId }
  /** Somebody who may not vote did. */
  | { readonly type: 'VotedWithoutRight'; readonly voter: VoterId }
  | { readonly type: 'VotedTwice'; readonly voter: VoterId }
  /** Somebody who may not vote delegates. */
  | { readonly type: 'DelegatorUnknown'; readonly delegation: Delegation }
  /** Somebody delegates to one who may not vote. */
  | { readonly type: 'DelegateUnknown'; readonly delegation: Delegation }
  | { readonly type: 'DelegatedToThemselves'; readonly voter: VoterId }
  /** Somebody delegates twice, be it to the same person. */
  | { readonly type: 'DelegatedTwice'; readonly voter: VoterId; readonly to: readonly [VoterId, VoterId] }
