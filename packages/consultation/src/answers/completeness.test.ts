import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant } from '@isegoria/kernel'
import { completenessOf, faultOfCertificate, isComplete } from './completeness.ts'
import type { OfficialResponseState } from './official-response/official-response.ts'

const at = instant('2026-04-01T08:00:00Z')
const published = (...contributions: ReadonlyArray<string>): OfficialResponseState => ({
  status: 'Published',
  consultationId: 'c-1',
  covers: { contributions },
  wordings: [{ text: 'yes', by: 'parks', at }],
})
const drafted: OfficialResponseState = { status: 'Drafted', consultationId: 'c-1', covers: { contributions: ['k-2'] }, text: 'yes', by: 'parks' }
const exempted: OfficialResponseState = {
  status: 'Exempted',
  consultationId: 'c-1',
  covers: { contributions: [], cluster: { clusterId: 'jokes', members: ['k-2', 'k-3'] } },
  reason: 'not meant',
  by: 'parks',
  at,
}
const contributions = ['k-3', 'k-1', 'k-2']

describe('I19: every admissible contribution is covered by a published response or a published exemption', () => {
  it('is not complete while one has a draft only, or nothing', () => {
    const certificate = completenessOf(
      contributions,
      new Map([
        ['r-1', published('k-1')],
        ['r-2', drafted],
      ]),
    )
    expect(certificate).toMatchObject({ total: 3, covered: 1, uncovered: ['k-2', 'k-3'] })
    expect(isComplete(certificate)).toBe(false)
  })
  it('is complete with an answer for one and an exemption for a cluster of the others', () => {
    const certificate = completenessOf(
      contributions,
      new Map([
        ['r-1', published('k-1', 'k-9')],
        ['r-2', exempted],
      ]),
    )
    expect(certificate).toMatchObject({ total: 3, covered: 3, uncovered: [] })
    expect(isComplete(certificate)).toBe(true)
    expect(completenessOf([], new Map())).toMatchObject({ total: 0, covered: 0, uncovered: [] })
  })
  it('has a certificate that anybody checks, and that is refused when it says more than there is', () => {
    const responses = new Map([['r-1', published('k-1')]])
    const certificate = completenessOf(contributions, responses)
    const { uncovered: _, ...kept } = certificate
    expect(faultOfCertificate(certificate, contributions, responses)).toBeUndefined()
    expect(faultOfCertificate(kept, contributions, responses)).toBeUndefined()
    expect(faultOfCertificate({ ...kept, covered: 3 }, contributions, responses)).toStrictEqual({ field: 'covered', stated: 3, computed: 1 })
    expect(faultOfCertificate({ ...certificate, uncovered: ['k-2,k-3'] }, contributions, responses)?.field).toBe('uncovered')
    expect(faultOfCertificate(certificate, contributions, new Map([['r-2', published('k-1')]]))?.field).toBe('hash')
  })
  it('says the same whatever the order, and counts as one would by hand', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const responses = fc.array(fc.subarray(ids), { maxLength: 4 })
    fc.assert(
      fc.property(fc.subarray(ids), responses, (admissible, covers) => {
        const pairs = covers.map((some, place) => [`r-${place}`, published(...some)] as const)
        const certificate = completenessOf(admissible, new Map(pairs))
        expect(completenessOf([...admissible, ...admissible].toReversed(), new Map(pairs.toReversed()))).toStrictEqual(certificate)
        expect(certificate.uncovered).toStrictEqual(admissible.filter((id) => !covers.some((some) => some.includes(id))))
        expect(certificate.covered + certificate.uncovered.length).toBe(certificate.total)
        expect(isComplete(certificate)).toBe(certificate.uncovered.length === 0)
      }),
    )
  })
})
