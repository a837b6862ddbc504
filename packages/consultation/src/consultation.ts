import type { Decider } from '@isegoria/kernel'
import type { ConsultationCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { ConsultationEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { ConsultationRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { ConsultationState } from './state.ts'

/** Drafted → charter published → calendar set → opened → closed; nothing opens without a charter and a calendar. */
export const consultation: Decider<ConsultationCommand, ConsultationState, ConsultationEvent, ConsultationRejection> = {
  initialState,
  decide,
  evolve,
}

/** The stream of one consultation. */
export const consultationStream = (consultationId: string): string => `consultation-${consultationId}`
