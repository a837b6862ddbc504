import { marked } from '@isegoria/election'
import type { Election, OptionId } from '@isegoria/election'
import type { Gain } from './claims-on-money.ts'
import type { Slack } from './extended.ts'

type Voter = ReadonlyArray<OptionId>

const subsetsOf = <A>(list: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  list.reduce<ReadonlyArray<ReadonlyArray<A>>>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])

const votersOf = ({ profile }: Election): ReadonlyArray<Voter> =>
  profile.ballots.flatMap(({ ballot, weight }) => Array.from({ length: weight }, () => marked(ballot)))

const costOf = ({ options }: Election, ids: ReadonlyArray<OptionId>): bigint =>
  options.reduce((sum, { id, cost }) => (ids.includes(id) ? sum + cost : sum), 0n)

const agree = (group: ReadonlyArray<Voter>, set: ReadonlyArray<OptionId>): boolean => group.every((voter) => set.every((id) => voter.includes(id)))

/** Every group of voters and every set of projects, and what each axiom says, word by word. */
export const oracleOf = (election: Election, selected: ReadonlyArray<OptionId>, gain: Gain) => {
  const { options, budget = 0n } = election
  const ids = options.map(({ id }) => id)
  const voters = votersOf(election)
  const groups = subsetsOf(voters).filter((group) => group.length > 0)
  const sets = subsetsOf(ids).filter((set) => set.length > 0)
  const missed = ids.filter((id) => !selected.includes(id))
  const utility = (set: ReadonlyArray<OptionId>): bigint => (gain === 'cost' ? costOf(election, set) : BigInt(set.length))
  const has = (voter: Voter, more: ReadonlyArray<OptionId> = []): bigint =>
    utility(ids.filter((id) => voter.includes(id) && (selected.includes(id) || more.includes(id))))
  const canPay = (group: ReadonlyArray<Voter>, set: ReadonlyArray<OptionId>): boolean =>
    costOf(election, set) * BigInt(voters.length) <= budget * BigInt(group.length)
  const cohesive = groups.flatMap((group) => sets.filter((set) => agree(group, set) && canPay(group, set)).map((set) => ({ group, set })))
  const isServed = (voter: Voter, set: ReadonlyArray<OptionId>, slack: Slack): boolean => {
    if (has(voter) >= utility(set)) return true
    if (slack === 'nothing') return false
    const exceeds = (id: OptionId): boolean => has(voter, [id]) > utility(set)
    return slack === 'one' ? missed.some(exceeds) : set.filter((id) => !selected.includes(id)).every(exceeds)
  }
  return {
    keepsJr: (): boolean =>
      groups.every((group) =>
        ids.every((id) => !(agree(group, [id]) && canPay(group, [id])) || group.some((voter) => voter.some((one) => selected.includes(one)))),
      ),
    keepsEjr: (slack: Slack): boolean => cohesive.every(({ group, set }) => group.some((voter) => isServed(voter, set, slack))),
    keepsPjr: (slack: 'nothing' | 'any'): boolean =>
      cohesive.every(({ group, set }) =>
        isServed(
          ids.filter((id) => group.some((voter) => voter.includes(id))),
          set,
          slack,
        ),
      ),
    keepsCore: (): boolean =>
      groups.every((group) =>
        sets.every((set) => !canPay(group, set) || group.some((voter) => utility(set.filter((id) => voter.includes(id))) <= has(voter))),
      ),
    keepsEjrPlus: (slack: 'one' | 'any'): boolean =>
      groups.every((group) =>
        missed.every((id) => {
          const cost = costOf(election, [id])
          if (cost === 0n || !agree(group, [id])) return true
          const exceeds = (voter: Voter, one: OptionId): boolean =>
            has(voter, [one]) * cost * BigInt(voters.length) > budget * BigInt(group.length) * utility([id])
          return group.some((voter) => (slack === 'any' ? exceeds(voter, id) : missed.some((one) => exceeds(voter, one))))
        }),
      ),
  }
}
