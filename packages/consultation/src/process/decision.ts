import { E, isBefore } from '@isegoria/kernel'
import type { Either, Instant } from '@isegoria/kernel'
import type { ProfileFault } from '../profiles/faults-of-profile.ts'
import type { Charter } from './charter.ts'
import type { ConsultationEvent } from './events.ts'
import { isBlank } from './lack.ts'
import type { ConsultationRejection } from './rejections.ts'
import { timetableOf } from './state.ts'
import type { ConsultationState } from './state.ts'

export type Decision = Either<ConsultationRejection, ReadonlyArray<ConsultationEvent>>
export type Fault = ConsultationRejection | undefined

export const notInStage = (needs: ConsultationState['status'], { status }: ConsultationState): Decision =>
  E.left({ type: 'ConsultationNotInStage', needs, status })

export const happened = (event: ConsultationEvent): Decision => E.right([event])
export const nothing: Decision = E.right([])

/** The first fault refuses; without one, the event happened. */
export const unless = (fault: Fault, event: () => ConsultationEvent): Decision => (fault === undefined ? happened(event()) : E.left(fault))

export const reasonless = (of: ConsultationEvent['type'], reason: string): Fault => (isBlank(reason) ? { type: 'ReasonMissing', of } : undefined)
export const nameless = (field: string, name: string): Fault => (isBlank(name) ? { type: 'NameMissing', field } : undefined)

/** What comes before the last thing known to have happened, or before the opening. */
export const early = (at: Instant, state: ConsultationState): Fault => {
  const { openedAt } = timetableOf(state)
  const last = 'last' in state ? state.last : undefined
  const before = [openedAt, last].find((time) => time !== undefined && isBefore(at, time))
  return before === undefined ? undefined : { type: 'BeforeLastEvent', last: before, at }
}

/** Faults by the legal profile of the charter, where it has one. */
export const breached = ({ legalProfile }: Pick<Charter, 'legalProfile'>, faults: ReadonlyArray<ProfileFault>): Fault =>
  legalProfile === undefined || faults.length === 0 ? undefined : { type: 'ProfileBreached', profile: legalProfile.id, faults }
