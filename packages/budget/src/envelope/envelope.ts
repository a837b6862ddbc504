import type { Decider } from '@isegoria/kernel'
import type { EnvelopeCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { EnvelopeEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { EnvelopeRejection } from './rejections.ts'
import { initialState } from './state.ts'
import type { EnvelopeState } from './state.ts'

/**
 * Opened, with or without headings → allocation computed → adjusted by people, part-funded, funded project by project → closed.
 *
 * At every step what is allocated is at most the envelope, and under each heading at most the heading; what a tally computed
 * stays beside what people made of it.
 */
export const envelope: Decider<EnvelopeCommand, EnvelopeState, EnvelopeEvent, EnvelopeRejection> = { initialState, decide, evolve }

/** The stream of one envelope. */
export const envelopeStream = (envelopeId: string): string => `envelope-${envelopeId}`
