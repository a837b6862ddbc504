import type { OraclePaper, OracleStep } from './keep-factor.oracle.ts'

export interface GregoryOracleSettings {
  readonly options: number
  readonly seats: number
  readonly quota: 'droop' | 'hare'
  readonly decimals: number
  readonly surpluses: 'in-turn' | 'together'
  readonly order: ReadonlyArray<number>
}

/** Naive: every voter's paper on its own, with its value; the votes of all are added up anew after each stage. */
export const gregoryOracle = (ballots: ReadonlyArray<OraclePaper>, settings: GregoryOracleSettings): ReadonlyArray<OracleStep> => {
  const { options, seats, order } = settings
  const one = BigInt(`1${'0'.repeat(settings.decimals)}`)
  const all = Array.from({ length: options }, (_, option) => option)
  const papers = ballots.flatMap(({ tiers, voters }) =>
    tiers.length === 0 ? [] : Array.from({ length: voters }, () => ({ ranking: tiers.flat(), holder: tiers[0]?.[0] ?? -1, value: one })),
  )
  const voters = BigInt(papers.length)
  const whole = voters / BigInt(seats + 1) + 1n
  const shared = (voters * one + BigInt(seats) - 1n) / BigInt(seats)
  const quota = settings.quota === 'droop' ? whole * one : shared === 0n ? one : shared
  const state = all.map(() => 'hopeful')
  /** Winners whose surplus was handed on: they keep a quota. */
  const done = new Set<number>()
  const elected: Array<number> = []
  const stages: Array<ReadonlyArray<bigint>> = []
  const steps: Array<OracleStep> = []
  const votesNow = (): ReadonlyArray<bigint> =>
    all.map((option) => (done.has(option) ? quota : papers.reduce((sum, { holder, value }) => sum + (holder === option ? value : 0n), 0n)))
  const compare = (left: number, right: number): number => {
    for (const stage of stages.toReversed()) {
      const [l, r] = [stage[left] ?? 0n, stage[right] ?? 0n]
      if (l !== r) return l > r ? -1 : 1
    }
    return order.indexOf(left) - order.indexOf(right)
  }
  const votes = (): ReadonlyArray<bigint> => stages.at(-1) ?? []
  const tell = (option: number, decision: string): void => void steps.push({ option, decision, quota, votes: votes() })
  const hopeful = (): ReadonlyArray<number> => all.filter((option) => state[option] === 'hopeful').toSorted(compare)
  const endStage = (): void => {
    stages.push(votesNow())
    for (const option of hopeful()) {
      if ((votes()[option] ?? 0n) < quota || elected.length === seats) continue
      state[option] = 'elected'
      elected.push(option)
      tell(option, 'elected')
      if (votes()[option] === quota) done.add(option)
    }
  }
  const handOn = (option: number, surplus: bigint | undefined): void => {
    const held = votes()[option] ?? 0n
    for (const paper of papers) {
      if (paper.holder !== option) continue
      if (surplus !== undefined) paper.value = (paper.value * surplus) / held
      paper.holder = paper.ranking.slice(paper.ranking.indexOf(option) + 1).find((next) => state[next] === 'hopeful') ?? -1
    }
  }
  endStage()
  while (elected.length < seats && hopeful().length > seats - elected.length) {
    const above = elected.filter((option) => !done.has(option)).toSorted(compare)
    const [largest] = above
    const weakest = hopeful().at(-1) ?? 0
    if (largest === undefined) {
      tell(weakest, 'excluded')
      state[weakest] = 'excluded'
      handOn(weakest, undefined)
    } else {
      for (const option of settings.surpluses === 'together' ? above : [largest]) {
        handOn(option, (votes()[option] ?? 0n) - quota)
        done.add(option)
      }
    }
    endStage()
  }
  const rest = elected.length === seats ? all.filter((option) => state[option] === 'hopeful') : hopeful()
  for (const option of rest) {
    if (elected.length === seats) {
      tell(option, 'not-elected')
      continue
    }
    state[option] = 'elected'
    elected.push(option)
    tell(option, 'elected-to-last-seat')
  }
  return steps
}
