import * as fc from 'fast-check'
import { profileOf } from '@isegoria/election'
import type { Ballot, Election, OptionId } from '@isegoria/election'

/** An election that an oracle looks through, and some of its projects. */
export interface FewVoters {
  readonly election: Election
  readonly selected: ReadonlyArray<OptionId>
}

const ids = ['a', 'b', 'c', 'd']

/** One to four projects, free ones among them, up to six voters, and any projects within the budget as funded. */
export const fewVoters: fc.Arbitrary<FewVoters> = fc
  .record({
    count: fc.integer({ min: 1, max: ids.length }),
    costs: fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 9, arbitrary: fc.integer({ min: 1, max: 6 }) }), {
      minLength: ids.length,
      maxLength: ids.length,
    }),
    budget: fc.integer({ min: 0, max: 14 }),
    marks: fc.array(fc.subarray(ids), { maxLength: 6 }),
    order: fc.shuffledSubarray(ids),
  })
  .map(({ count, costs, budget, marks, order }) => {
    const options = ids.slice(0, count).map((id, place) => ({ id, cost: BigInt(costs[place] ?? 1) }))
    const ballots = marks.map((approved): Ballot => ({ type: 'approval', approved: approved.filter((id) => ids.indexOf(id) < count) }))
    const selected: Array<OptionId> = []
    let left = BigInt(budget)
    for (const id of order) {
      const cost = options.find((option) => option.id === id)?.cost
      if (cost === undefined || cost > left) continue
      left -= cost
      selected.push(id)
    }
    return { election: { options, profile: profileOf(ballots), budget: BigInt(budget), decimals: 0 }, selected }
  })
