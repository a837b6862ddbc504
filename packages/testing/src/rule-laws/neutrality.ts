import type { Election, OptionId, Outcome } from '@isegoria/election'
import { defineLaw } from './law.ts'
import type { Judge, Law } from './law.ts'
import { drawFrom, firstOf, shuffled } from './some-of.ts'
import { withOptionsReplaced } from './with-ballots.ts'

type Rename = (id: OptionId) => OptionId

const setText = (ids: ReadonlyArray<OptionId>, name: Rename): string => JSON.stringify(ids.map(name).toSorted())

/** What an outcome says of options under other names, without orders that mean nothing. */
const choiceText = (outcome: Outcome, name: Rename): string => {
  switch (outcome.type) {
    case 'ranking':
      return [...outcome.ranking, outcome.winners].map((tier) => setText(tier, name)).join()
    case 'committee':
      return outcome.committees
        .map((committee) => setText(committee, name))
        .toSorted()
        .join()
    case 'allocation':
      return setText(outcome.selected, name)
    case 'seats':
      return setText(
        Object.entries(outcome.seats).map(([party, seats]) => `${name(party)}: ${seats}`),
        (text) => text,
      )
  }
}

const judge: Judge = (count, election, outcome) => {
  if (outcome.ties.length > 0) return undefined
  const ids = election.options.map(({ id }) => id)
  const draw = drawFrom('neutrality', election)
  const renamings = [ids, ids.toReversed(), ...Array.from({ length: 4 }, () => shuffled(ids, draw))]
  return firstOf(renamings, (names) => {
    const name: Rename = (id) => names[ids.indexOf(id)] ?? id
    const renamed = withOptionsReplaced(election, (id) => [name(id)])
    const other: Election = { ...renamed, options: shuffled(renamed.options, draw) }
    const again = count(other)
    if (again === undefined || again.ties.length > 0 || choiceText(again, (id) => id) === choiceText(outcome, name)) return undefined
    const swapped = ids.filter((id) => name(id) !== id).map((id) => `${id} as ${name(id)}`)
    const how = swapped.length === 0 ? 'given in another order' : `renamed (${swapped.join(', ')})`
    return { story: `options ${how} are not chosen as they were`, elections: [election, other], outcomes: [outcome, again] }
  })
}

/**
 * Options renamed, and given in another order, are options renamed in the outcome.
 *
 * An outcome that records ties was settled by something that names or orders options, as it says itself: it is not judged.
 */
export const neutrality: Law = defineLaw('neutrality', ['budget', 'voting', 'committee', 'apportionment'], judge)
