import type { EventStore } from '@isegoria/engine'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { rules } from '../rule-book.ts'
import { openDeliberation } from './open-deliberation.ts'
import type { Deliberation } from './open-deliberation.ts'
import { handClock, march } from './whole-consultation.fixture.ts'
import type { Sent } from './whole-consultation.fixture.ts'

export const right = <Value>(either: Either<unknown, Value>): Value => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

export interface Town {
  readonly face: Deliberation
  readonly store: EventStore
  readonly clock: ReturnType<typeof handClock>
  readonly live: (...parts: ReadonlyArray<ReadonlyArray<Sent>>) => Promise<void>
}

/** A town at the beginning of March, with a face whose clock is set by hand. */
export const town = (store = memoryStore(), onError?: (error: unknown) => void): Town => {
  const clock = handClock(march(1))
  const face = openDeliberation({ store, rules, clock: clock.now, ...(onError === undefined ? {} : { onError }) })
  const live = async (...parts: ReadonlyArray<ReadonlyArray<Sent>>): Promise<void> => {
    for (const { day, command } of parts.flat()) {
      clock.set(march(day))
      right(await face.execute(command)())
    }
  }
  return { face, store, clock, live }
}
