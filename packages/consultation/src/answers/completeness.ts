import { byCodeUnit, canonicalHash } from '@isegoria/kernel'
import { isSame } from './is-same.ts'
import { coveredBy } from './official-response/official-response.ts'
import type { OfficialResponseState } from './official-response/official-response.ts'

/** What a consultation relies upon when it closes: how many admissible contributions there are, and which have no answer. */
export interface CompletenessCertificate {
  readonly total: number
  readonly covered: number
  readonly uncovered: ReadonlyArray<string>
  readonly hash: string
}

/** What was kept of a certificate; the uncovered need not be. */
type Kept = Omit<CompletenessCertificate, 'uncovered'> & Partial<CompletenessCertificate>

/** Where a certificate says something else than the contributions and responses do. */
export interface CertificateFault {
  readonly field: keyof CompletenessCertificate
  readonly stated: CompletenessCertificate[keyof CompletenessCertificate]
  readonly computed: CompletenessCertificate[keyof CompletenessCertificate]
}

/**
 * Which admissible contributions have a published response or a published exemption.
 *
 * Shape: `contributions` are ids, one named twice counts once; `responses` are those of the same consultation by their ids, drafts
 * among them, which answer nothing. `uncovered` is sorted by code unit. `hash` is of the list of every contribution with the
 * responses that cover it, both sorted: it is equal wherever the same was answered by the same, whatever the order.
 * Cost: O(n log n) for n contributions and covered ids.
 *
 * @example completenessOf(['k-2', 'k-1'], new Map()).uncovered // => ['k-1', 'k-2']
 */
export const completenessOf = (contributions: Iterable<string>, responses: ReadonlyMap<string, OfficialResponseState>): CompletenessCertificate => {
  const answers = new Map([...new Set(contributions)].toSorted(byCodeUnit).map((id) => [id, new Array<string>()]))
  for (const [responseId, state] of [...responses].toSorted(([left], [right]) => byCodeUnit(left, right)))
    if (state.status === 'Published' || state.status === 'Exempted')
      for (const contributionId of coveredBy(state.covers)) answers.get(contributionId)?.push(responseId)
  const uncovered = [...answers].flatMap(([id, by]) => (by.length === 0 ? [id] : []))
  return { total: answers.size, covered: answers.size - uncovered.length, uncovered, hash: canonicalHash([...answers]) }
}

/** Every admissible contribution is covered. It says nothing of whether the certificate is true: `faultOfCertificate` does. */
export const isComplete = ({ total, covered, uncovered }: CompletenessCertificate): boolean => covered === total && uncovered.length === 0

/** The first field in which a certificate is not what anybody computes from the same contributions and responses; `undefined` when it is true. */
export const faultOfCertificate = (
  certificate: Kept,
  contributions: Iterable<string>,
  responses: ReadonlyMap<string, OfficialResponseState>,
): CertificateFault | undefined => {
  const computed = completenessOf(contributions, responses)
  for (const field of ['total', 'covered', 'uncovered', 'hash'] as const) {
    const stated = certificate[field]
    if (stated !== undefined && !isSame(stated, computed[field])) return { field, stated, computed: computed[field] }
  }
  return undefined
}
