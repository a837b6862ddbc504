import type { Instant } from '@isegoria/kernel'
import type { ProfileFault } from '../profiles/faults-of-profile.ts'
import type { PhasesFault } from './fault-of-phases.ts'
import type { RevisionFault } from './fault-of-revision.ts'
import type { Lack } from './lack.ts'
import type { ConsultationState } from './state.ts'

type Status = ConsultationState['status']

export type ConsultationRejection =
  | PhasesFault
  | RevisionFault
  | { readonly type: 'ConsultationAlreadyDrafted' }
  | { readonly type: 'ConsultationNotInStage'; readonly needs: Status; readonly status: Status }
  | { readonly type: 'CalendarEndsBeforeItStarts'; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly type: 'ConsultationNotYetDue'; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'ConsultationStillRunning'; readonly closesAt: Instant; readonly at: Instant }
  | { readonly type: 'CollectionStillRunning'; readonly closesAt: Instant; readonly at: Instant }
  /** What happens is told in the order in which it happened. */
  | { readonly type: 'BeforeLastEvent'; readonly last: Instant; readonly at: Instant }
  | { readonly type: 'NameMissing'; readonly field: string }
  | { readonly type: 'ReasonMissing'; readonly of: string }
  | { readonly type: 'RoundAlreadyLinked'; readonly previous: string }
  | { readonly type: 'RoundFollowsItself' }
  /** What the charter has to say and does not. */
  | { readonly type: 'CharterIncomplete'; readonly lacks: ReadonlyArray<Lack> }
  /** Somebody has voted on what the charter said. */
  | { readonly type: 'CharterFrozen'; readonly rule: 'I4'; readonly ballots: number }
  | { readonly type: 'StagesMissing'; readonly rule: 'R16'; readonly department: string }
  | { readonly type: 'ProfileBreached'; readonly profile: string; readonly faults: ReadonlyArray<ProfileFault> }
  | { readonly type: 'NotReadyToOpen'; readonly lacks: ReadonlyArray<Lack> }
  | { readonly type: 'NotReadyToClose'; readonly lacks: ReadonlyArray<Lack> }
