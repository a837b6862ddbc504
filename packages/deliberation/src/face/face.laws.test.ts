import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { E } from '@isegoria/kernel'
import { right, town } from './town.fixture.ts'
import type { Town } from './town.fixture.ts'
import { answering, collecting, firstBallot, march, observation, preparing, voting } from './whole-consultation.fixture.ts'
import type { Sent } from './whole-consultation.fixture.ts'

const textsOf = ({ store }: Town): ReadonlyArray<string> => [...store.readAll()].map(({ stream, text }) => `${stream} ${text}`)

const sendEach = async ({ face, clock }: Town, sent: ReadonlyArray<Sent>, times: () => number): Promise<void> => {
  for (const [place, { day, command }] of sent.entries()) {
    clock.set(march(day))
    const answers = await Promise.all(Array.from({ length: times() }, () => face.execute(command, { commandId: `c-${place}` })()))
    expect(answers.every(E.isRight)).toBe(true)
  }
}

describe('every face', () => {
  it('leaves the same log however often each command is sent, one after another or at once', async () => {
    const script = [...preparing, ...collecting, ...voting]
    const once = town()
    await sendEach(once, script, () => 1)
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 1, max: 4 })), async (often) => {
        const repeated = town()
        await sendEach(repeated, script, () => Number(often.next().value))
        expect(textsOf(repeated)).toStrictEqual(textsOf(once))
      }),
      { numRuns: 20 },
    )
  })

  it('takes a contribution just while a phase is open for it, whatever gate is shown', async () => {
    const known = town()
    await known.live(preparing)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 31 }), fc.boolean(), fc.uuid(), async (day, open, contributionId) => {
        known.clock.set(march(day))
        const gate = { open, capability: 'contribute', at: march(day), phase: 'ideas', calendarVersion: 1, reason: 'ended' }
        const taken = await known.face.execute({ ...observation, contributionId, gate })()
        expect(E.isRight(taken)).toBe(day < 10)
      }),
      { numRuns: 60 },
    )
  })

  it('takes a ballot just while the poll is open', async () => {
    const known = town()
    await known.live(preparing, collecting, voting.slice(0, 3))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: 31 }), fc.uuid(), async (day, voterKey) => {
        known.clock.set(march(day))
        expect(E.isRight(await known.face.execute({ ...firstBallot, voterKey })())).toBe(day < 15)
      }),
      { numRuns: 40 },
    )
  })

  it('knows the fate of everything that was received once the consultation is closed', async () => {
    const { face, live } = town()
    const ids = fc.sample(fc.uniqueArray(fc.uuid(), { minLength: 5, maxLength: 20 }), { numRuns: 1, seed: 7 }).flat()
    const said = ids.map((contributionId) => ({ day: 3, command: { ...observation, contributionId } }))
    const covers = { contributions: ids }
    const response = { type: 'PublishExemption', responseId: 'r-2', consultationId: 'square', covers, reason: 'Said before.', by: 'parks' }
    await live(preparing, said, collecting, voting)
    right(await face.tally('square-poll')())
    await live([{ day: 16, command: response }], answering)
    expect(new Set(ids.map((id) => right(face.query.fateOf(id)).status))).toStrictEqual(new Set(['exempted']))
  })
})
