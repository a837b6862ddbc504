import { expect } from 'vitest'
import { E, replay } from '@isegoria/kernel'
import type { Decider } from '@isegoria/kernel'

/** What a decision must have been; each compares the whole decision. */
export interface Expectation<Event, Rejection> {
  readonly then: (...events: ReadonlyArray<Event>) => void
  readonly thenNothing: () => void
  readonly thenRejected: (rejection: Rejection) => void
}

/**
 * Tests a decider in the domain's own words: `given(past).when(command).then(events)`.
 *
 * @example
 * import { consultation } from '@isegoria/consultation'
 *
 * const given = specify(consultation)
 * const terms = { consultationId: 'c-1', title: 'A new square', convenor: 'Little Aubel' }
 * given()
 *   .when({ type: 'DraftConsultation', ...terms })
 *   .then({ type: 'ConsultationDrafted', ...terms })
 * given({ type: 'ConsultationDrafted', ...terms })
 *   .when({ type: 'DraftConsultation', ...terms })
 *   .thenRejected({ type: 'ConsultationAlreadyDrafted' })
 */
export const specify =
  <Command, State, Event, Rejection>(decider: Decider<Command, State, Event, Rejection>) =>
  (...past: ReadonlyArray<Event>): { readonly when: (command: Command) => Expectation<Event, Rejection> } => ({
    when: (command) => {
      const decision = decider.decide(command, replay(decider, past))
      return {
        then: (...events) => {
          expect(decision).toStrictEqual(E.right(events))
        },
        thenNothing: () => {
          expect(decision).toStrictEqual(E.right([]))
        },
        thenRejected: (rejection) => {
          expect(decision).toStrictEqual(E.left(rejection))
        },
      }
    },
  })
