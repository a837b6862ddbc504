import { isBefore } from '@isegoria/kernel'
import type { Instant } from '@isegoria/kernel'
import type { Lineage, SupportOfProposal, TextOfProposal } from './lineage.ts'

const isPast = ({ supports, graceUntil }: TextOfProposal, at: Instant): boolean =>
  supports === 'reset' || (supports === 'grace' && (graceUntil === undefined || !isBefore(at, graceUntil)))

/**
 * The supports of a proposal that stand at `at`: those given for a revision since which none has let them fall. What those of its parents
 * are worth to it is for the charter to say; `supportsOf` gives them.
 */
export const standingSupports = ({ proposals }: Lineage, proposalId: string, at: Instant): ReadonlyArray<SupportOfProposal> => {
  const { texts, supports } = proposals.get(proposalId) ?? { texts: [], supports: new Map<string, SupportOfProposal>() }
  const fallen = texts.reduce((latest, text) => (isPast(text, at) ? Math.max(latest, text.revision) : latest), 0)
  return [...supports.values()].filter(({ revision }) => revision >= fallen)
}
