import * as t from 'io-ts'
import { Count, E, Instant } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'

/** The phase that was open, and the version of the calendar that says so: what an event keeps, so that a replay can check it. */
export const OpenGate = t.strict({ phase: t.string, calendarVersion: Count }, 'OpenGate')
export interface OpenGate extends Readonly<t.TypeOf<typeof OpenGate>> {}

/** Whether the consultation lets something be done, as it was read from the consultation's own stream. */
export type GivenGate = { readonly capability: string } & (({ readonly open: true } & OpenGate) | { readonly open: false; readonly reason: string })

/** The same, with the instant that was asked about. */
export type TimedGate = GivenGate & { readonly at: Instant }

const isOpen = { open: t.literal(true), capability: t.string, phase: t.string, calendarVersion: Count }
const isShut = { open: t.literal(false), capability: t.string, reason: t.string }
export const GivenGate: t.Type<GivenGate, unknown> = t.union([t.strict(isOpen), t.strict(isShut)], 'GivenGate')
export const TimedGate: t.Type<TimedGate, unknown> = t.union(
  [t.strict({ ...isOpen, at: Instant }), t.strict({ ...isShut, at: Instant })],
  'TimedGate',
)

/** Why a gate lets nothing pass. */
export type GateFault =
  | { readonly type: 'GateClosed'; readonly reason: string }
  | { readonly type: 'GateForSomethingElse'; readonly capability: string; readonly needs: ReadonlyArray<string> }
  | { readonly type: 'GateOfAnotherTime'; readonly gateAt: Instant; readonly at: Instant }

/** The part of `gate` that an event keeps, if it is open for one of `needs`. */
export const passing = (gate: GivenGate, needs: ReadonlyArray<string>): Either<GateFault, OpenGate> => {
  const { capability } = gate
  if (!needs.includes(capability)) return E.left({ type: 'GateForSomethingElse', capability, needs })
  return gate.open ? E.right({ phase: gate.phase, calendarVersion: gate.calendarVersion }) : E.left({ type: 'GateClosed', reason: gate.reason })
}

/** The same, if it was asked about `at`. */
export const passingAt = (gate: TimedGate, needs: ReadonlyArray<string>, at: Instant): Either<GateFault, OpenGate> =>
  gate.at === at ? passing(gate, needs) : E.left({ type: 'GateOfAnotherTime', gateAt: gate.at, at })

/** The gate that an event relied upon, so that it can be decided again. */
export const gateOf = ({ phase, calendarVersion }: OpenGate, capability: string, at: Instant): TimedGate & { readonly open: true } => ({
  open: true,
  capability,
  at,
  phase,
  calendarVersion,
})
