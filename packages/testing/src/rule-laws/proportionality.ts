import { marked } from '@isegoria/election'
import { defineLaw, named } from './law.ts'
import type { Judge, Law } from './law.ts'

const judge: Judge = (_, election, outcome) => {
  if (outcome.type !== 'allocation') return undefined
  const { options, profile, budget = 0n } = election
  const selected = new Set(outcome.selected)
  const unserved = profile.ballots.filter(({ ballot }) => marked(ballot).every((id) => !selected.has(id)))
  for (const { id, cost } of options) {
    const group = unserved.filter(({ ballot }) => marked(ballot).includes(id))
    const voters = group.reduce((sum, { weight }) => sum + weight, 0)
    if (voters === 0 || cost * BigInt(profile.voters) > budget * BigInt(voters)) continue
    const share = `${voters} of ${profile.voters} voters agree on ${id}, which costs ${cost}, no more than their share of ${budget}`
    return { story: `${share}, but nothing that any of them supports is among ${named(selected)}`, elections: [election], outcomes: [outcome] }
  }
  return undefined
}

/**
 * Of voters who all support some projects that cost no more than their share of the budget, one has something funded.
 *
 * It is justified representation with costs: the least that a proportional rule owes a group, whatever its measure of
 * satisfaction. Ballots are read as the set of options that they mark. A group that agrees on several projects agrees on
 * each of them, so groups with one project are all there is to look at.
 * Source: Aziz, Lee & Talmon, "Proportionally representative participatory budgeting", AAMAS 2018,
 * https://arxiv.org/abs/1711.08226
 */
export const proportionality: Law = defineLaw('proportionality', ['budget'], judge)
