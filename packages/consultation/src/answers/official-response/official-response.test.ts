import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { specify } from '@isegoria/testing'
import { heldToLaws, plain } from '../held-to-laws.fixture.ts'
import { commandOfOfficialResponse } from './command-of.ts'
import { officialResponseCommands } from './commands.ts'
import type { OfficialResponseCommand } from './commands.ts'
import { officialResponseEvents } from './events.ts'
import type { OfficialResponseEvent } from './events.ts'
import { expectedOfOfficialResponse, officialResponse } from './official-response.ts'

const given = specify(officialResponse)
const at = instant('2026-04-01T08:00:00Z')
const answer = {
  responseId: 'r-1',
  consultationId: 'c-1',
  covers: { contributions: ['k-1'], cluster: { clusterId: 'trees', members: ['k-2', 'k-3'] } },
  text: 'The lime trees stay.',
  by: 'parks',
}
const drafted: OfficialResponseEvent = { type: 'ResponseDrafted', ...answer }
const published: OfficialResponseEvent = { type: 'ResponsePublished', ...answer, publishedAt: at }
const publish = { ...published, type: 'PublishResponse' } as const
const corrected: OfficialResponseEvent = {
  type: 'ResponseCorrected',
  responseId: 'r-1',
  text: 'All but one of the lime trees stay.',
  reason: 'one is ill',
  by: 'parks',
  correctedAt: at,
}
const correct = { ...corrected, type: 'CorrectResponse' } as const
const { text: _, ...terms } = answer
const exempted: OfficialResponseEvent = { type: 'ExemptionPublished', ...terms, reason: 'off the subject', publishedAt: at }
const exempt = { ...exempted, type: 'PublishExemption' } as const

describe('an official response', () => {
  it('is drafted, drafted anew, and published once', () => {
    given()
      .when({ type: 'DraftResponse', ...answer })
      .then(drafted)
    given(drafted)
      .when({ type: 'DraftResponse', ...answer, text: 'Some stay.' })
      .then({ ...drafted, text: 'Some stay.' })
    given(drafted).when(publish).then(published)
    given(published).when(publish).thenNothing()
    given(published)
      .when({ ...publish, text: 'They go.' })
      .thenRejected({ type: 'ResponseAlreadyPublished', status: 'Published' })
    given(published)
      .when({ type: 'DraftResponse', ...answer })
      .thenRejected({ type: 'ResponseAlreadyPublished', status: 'Published' })
  })
  it('is never un-said: what was published stays beside its correction', () => {
    given(published).when(correct).then(corrected)
    given(published, corrected).when(correct).thenNothing()
    given(drafted).when(correct).thenRejected({ type: 'ResponseNotPublished', status: 'Drafted' })
    const state = [published, corrected].reduce(officialResponse.evolve, officialResponse.initialState)
    expect(state.status === 'Published' && state.wordings.map(({ text }) => text)).toStrictEqual([answer.text, corrected.text])
    given(published)
      .when({ ...correct, reason: ' ' })
      .thenRejected({ type: 'WordsMissing', of: 'ResponseCorrected', field: 'reason' })
  })
  it('answers something, each contribution once, in words', () => {
    given()
      .when({ ...publish, covers: { contributions: [] } })
      .thenRejected({ type: 'NothingCovered' })
    given()
      .when({ ...publish, covers: { contributions: ['k-1'], cluster: { clusterId: 'trees', members: ['k-1'] } } })
      .thenRejected({ type: 'CoveredTwice', contributionId: 'k-1' })
    given()
      .when({ ...publish, text: '' })
      .thenRejected({ type: 'WordsMissing', of: 'ResponsePublished', field: 'text' })
    given(drafted)
      .when({ ...publish, consultationId: 'c-2' })
      .thenRejected({ type: 'ResponseOfAnotherConsultation', consultationId: 'c-1' })
  })
  it('or a published exemption, which has its reason', () => {
    given(drafted).when(exempt).then(exempted)
    given(exempted).when(exempt).thenNothing()
    given(exempted).when(publish).thenRejected({ type: 'ResponseAlreadyPublished', status: 'Exempted' })
    given()
      .when({ ...exempt, reason: '' })
      .thenRejected({ type: 'WordsMissing', of: 'ExemptionPublished', field: 'reason' })
  })
  it('obeys the laws of a decider, and never covers less than it did', () => {
    const words = fc.constantFrom('', 'yes', 'no')
    const ids = fc.subarray(['k-1', 'k-2', 'k-3'])
    const draft = fc.record({ responseId: fc.constant('r-1'), consultationId: fc.constantFrom('c-1', 'c-1', 'c-2'), by: words }, plain)
    const covers = ids.map((contributions) => ({ contributions }))
    const command: fc.Arbitrary<OfficialResponseCommand> = fc.oneof(
      fc.tuple(draft, covers, words).map(([one, what, text]) => ({ type: 'DraftResponse' as const, ...one, covers: what, text })),
      fc.tuple(draft, covers, words).map(([one, what, text]) => ({ ...publish, ...one, covers: what, text })),
      fc.tuple(draft, covers, words).map(([one, what, reason]) => ({ ...exempt, ...one, covers: what, reason })),
      fc.tuple(words, words).map(([text, reason]) => ({ ...correct, text, reason })),
    )
    heldToLaws({
      decider: officialResponse,
      events: officialResponseEvents,
      commands: officialResponseCommands,
      expected: expectedOfOfficialResponse,
      command,
      commandOf: commandOfOfficialResponse,
      always: (events, state) => {
        const first = events.find(({ type }) => type === 'ResponsePublished' || type === 'ExemptionPublished')
        if (first !== undefined) expect(state).toMatchObject({ covers: 'covers' in first ? first.covers : undefined })
      },
    })
  })
})
