import type { Decider } from '@isegoria/kernel'
import type { ConsultationCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { ConsultationEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { ConsultationRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { ConsultationState } from './state.ts'

/**
 * Drafted → charter published → calendar set → opened → collection closed → closed; suspended, resumed or abandoned on the way. Nothing
 * opens without a charter and a calendar.
 *
 * What more an opening and a closing need is what the charter binds its authority to: the `requires` and `duties` that it names, and those
 * of its legal profile. Departments (R16) and answers (I19) are among them. A charter that names nothing, as that of a past election that
 * is held again, asks for nothing more; but nobody closes with a certificate that shows contributions unanswered.
 */
export const consultation: Decider<ConsultationCommand, ConsultationState, ConsultationEvent, ConsultationRejection> = {
  initialState,
  decide,
  evolve,
}

/** The stream of one consultation. */
export const consultationStream = (consultationId: string): string => `consultation-${consultationId}`
