import * as fc from 'fast-check'
import { instant } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import type { Content } from './content.ts'
import type { TimedGate } from './open-gate.ts'

/** What the tests of this folder share. */
export const [at, later] = [instant('2026-03-02T08:00:00Z'), instant('2026-03-03T08:00:00Z')] as const
export const gate = { phase: 'collect', calendarVersion: 2 } as const
export const openFor = (capability: string, time: Instant = at): TimedGate => ({ open: true, capability, at: time, ...gate })
export const closedFor = (capability: string, time: Instant = at): TimedGate => ({ open: false, capability, at: time, reason: 'ended' })
export const gateClosed = { type: 'GateClosed', reason: 'ended' } as const

const digit = (name: string): string => [...name].map((letter) => letter.charCodeAt(0).toString(16)).join('')

/** A text by its name, kept somewhere. */
export const content = (name: string): Content => ({ contentRef: name, contentHash: digit(name).padStart(64, '0') })

/** As JSON gives objects: with a prototype. */
export const plain = { noNullPrototype: true } as const
export const anyGate = (capability: string): fc.Arbitrary<TimedGate> =>
  fc.constantFrom(openFor(capability), openFor(capability), openFor(capability), closedFor(capability), openFor('inform'), openFor(capability, later))
export const anyContent = fc.constantFrom('a', 'b', 'c').map(content)
export const anyBadContent = fc.constantFrom({ contentRef: '', contentHash: '' }, { contentRef: 'x', contentHash: 'short' })
export const words = fc.constantFrom('why', 'because', ' ')
export const person = fc.constantFrom('ann', 'bob', 'cy', 'dee')
