import { describe, expect, it } from 'vitest'
import type { AllocationOutcome, PastElection } from '@isegoria/election'
import { E } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { memoryStore } from '@isegoria/store-memory'
import { declaredGroups, explainAllocation } from './explain-allocation.ts'
import type { DeclaredGroups } from './explain-allocation.ts'
import { approve, logOf, town, vote } from './past-election.fixture.ts'
import type { ReplayedPoll } from './replay-log.ts'
import { replayLog } from './replay-log.ts'
import { rules } from './rule-book.ts'
import { castBallots } from './what-if/cast-ballots.ts'

const right = <Value>(given: Either<unknown, Value>): Value => {
  if (E.isLeft(given)) throw new Error(JSON.stringify(given.left))
  return given.right
}

/** So many voters of each half of the town: the north wants trees, the south lamps and paths. */
const held = async (
  north: number,
  south: number,
  rule: PastElection['rule'],
): Promise<{ poll: ReplayedPoll; groups: DeclaredGroups | undefined }> => {
  const store = memoryStore()
  const voters = (number: number, of: string, ...approved: ReadonlyArray<string>) =>
    Array.from({ length: number }, (_, place) => vote(`${of}${place}`, approve(...approved), of))
  await logOf({ ...town, rule, votes: [...voters(north, 'north', 'trees'), ...voters(south, 'south', 'lamps', 'paths')] }, { store })
  const [poll] = right(replayLog(store, rules)).polls
  if (poll === undefined) throw new Error('no poll')
  return { poll, groups: declaredGroups(poll, right(castBallots(store)).get(poll.pollId)) }
}
const storedOf = ({
  stored,
}: ReplayedPoll): { readonly rule: PastElection['rule'] & { readonly version: string }; readonly outcome: AllocationOutcome } => {
  const [one] = stored
  if (one?.outcome.type !== 'allocation') throw new Error('no allocation')
  return { rule: one.rule, outcome: one.outcome }
}

const equalShares = { id: 'equal-shares', parameters: {} }

describe('an allocation explained', () => {
  it('tells what each part of the town paid, and how support fell', async () => {
    const { poll, groups } = await held(12, 20, equalShares)
    const { rule, outcome } = storedOf(poll)
    expect(outcome.selected).toStrictEqual(['lamps'])
    expect(groups?.groups.map(({ name }) => name)).toStrictEqual(['north', 'south'])
    const { money = [], support = [] } = explainAllocation(rule, poll.election, outcome, groups?.groups)
    expect(money).toMatchObject([
      {
        option: 'lamps',
        by: 'payments',
        amounts: [
          { numerator: 0n, denominator: 1n },
          { numerator: 395n, denominator: 1n },
        ],
      },
    ])
    expect(support.map(({ bought }) => bought)).toStrictEqual(['lamps', undefined])
    expect(support[0]?.projects.find(({ option }) => option === 'lamps')?.support).toStrictEqual({ numerator: 20n, denominator: 1n })
  })
  it('knows no support where nobody pays, and shares costs evenly', async () => {
    const { poll, groups } = await held(12, 20, { id: 'greedy', parameters: {} })
    const { rule, outcome } = storedOf(poll)
    const explained = explainAllocation(rule, poll.election, outcome, groups?.groups)
    expect(explained.money?.map(({ by }) => by)).toStrictEqual(['even split', 'even split'])
    expect(explained.support).toBeUndefined()
    expect(explainAllocation(rule, poll.election, outcome)).toStrictEqual({})
  })
  it('tells nothing of groups so small that their voters could be known', async () => {
    expect((await held(9, 20, equalShares)).groups).toBeUndefined()
    expect((await held(10, 20, equalShares)).groups?.attribute).toBe('district')
  })
  it('tells nothing of groups where ballots stand apart from their voters', async () => {
    const { poll } = await held(12, 20, equalShares)
    expect(declaredGroups(poll, undefined)).toBeUndefined()
  })
})
