/** A paper: tiers of options from best to worst, and its voters. */
export interface OraclePaper {
  readonly tiers: ReadonlyArray<ReadonlyArray<number>>
  readonly voters: number
}

export interface OracleSettings {
  readonly options: number
  readonly seats: number
  readonly handing: 'meek' | 'warren'
  readonly level: 'equalized' | 'split'
  readonly quota: 'droop' | 'hare'
  readonly decimals: number
  readonly omega: number
  /** The better of two options that are level stands first. */
  readonly order: ReadonlyArray<number>
}

/** A decision with the quota and the votes at which it was taken. */
export interface OracleStep {
  readonly option: number
  readonly decision: string
  readonly quota: bigint
  readonly votes: ReadonlyArray<bigint>
}

const up = (dividend: bigint, divisor: bigint): bigint => (dividend % divisor === 0n ? dividend / divisor : dividend / divisor + 1n)

const choose = (size: number, taken: number): bigint => {
  let ways = 1n
  for (let step = 1; step <= taken; step++) ways = (ways * BigInt(size - taken + step)) / BigInt(step)
  return ways
}

/** Naive: every iteration walks every paper from its first tier, in large integers. */
export const keepFactorOracle = (papers: ReadonlyArray<OraclePaper>, settings: OracleSettings): ReadonlyArray<OracleStep> => {
  const { options, seats, handing, level, quota: kind, order } = settings
  const one = BigInt(`1${'0'.repeat(settings.decimals)}`)
  const omega = settings.omega > settings.decimals ? 0n : BigInt(`1${'0'.repeat(settings.decimals - settings.omega)}`)
  const total = papers.reduce((sum, { tiers, voters }) => sum + (tiers.length > 0 ? BigInt(voters) * one : 0n), 0n)
  const all = Array.from({ length: options }, (_, option) => option)
  const state = all.map(() => 'hopeful')
  const keep = all.map(() => one)
  const steps: Array<OracleStep> = []
  const elected: Array<number> = []
  const k = (option: number): bigint => keep[option] ?? 0n

  const sharesOf = (tier: ReadonlyArray<number>): ReadonlyArray<bigint> =>
    tier.map((option) => {
      const others = tier.filter((other) => other !== option)
      let sums = [one, ...others.map(() => 0n)]
      for (const other of others) sums = sums.map((sum, place) => sum + (place === 0 ? 0n : ((sums[place - 1] ?? 0n) * (one - k(other))) / one))
      const means = sums.reduce((mean, sum, place) => mean + sum / choose(others.length, place), 0n)
      return (means * k(option)) / one / BigInt(tier.length)
    })
  const countPaper = ({ tiers, voters }: OraclePaper, votes: Array<bigint>): void => {
    const give = (option: number, units: bigint): void => {
      votes[option] = (votes[option] ?? 0n) + units * BigInt(voters)
    }
    const hasLevel = tiers.some((tier) => tier.length > 1)
    const handOn = (from: number, vote: bigint): void => {
      const tier = tiers[from]
      if (tier === undefined || vote === 0n) return
      const standing = tier.filter((option) => state[option] !== 'excluded')
      if (standing.length === 0) {
        if (level === 'split' && hasLevel) return
        return handOn(from + 1, vote)
      }
      const [only] = tier
      if (level === 'equalized' && tier.length > 1) {
        for (const [place, share] of sharesOf(tier).entries()) give(tier[place] ?? 0, (vote * share) / one)
        let passed = one
        for (const option of tier) passed = (passed * (one - k(option))) / one
        return handOn(from + 1, (vote * passed) / one)
      }
      if (handing === 'warren' && only !== undefined) {
        const kept = vote < k(only) ? vote : k(only)
        give(only, kept)
        return handOn(from + 1, vote - kept)
      }
      for (const option of standing) {
        const share = vote / BigInt(standing.length)
        give(option, (share * k(option)) / one)
        handOn(from + 1, (share * (one - k(option))) / one)
      }
    }
    handOn(0, one)
  }
  const count = (): ReadonlyArray<bigint> => {
    const votes = all.map(() => 0n)
    for (const paper of papers) countPaper(paper, votes)
    return votes
  }
  const quotaIn = (inPlay: bigint): bigint => {
    if (kind === 'droop') return inPlay / BigInt(seats + 1) + 1n
    const share = up(inPlay, BigInt(seats))
    return share === 0n ? 1n : share
  }
  const hopeful = (): ReadonlyArray<number> => all.filter((option) => state[option] === 'hopeful')
  const worseFirst = (left: number, right: number): number => order.indexOf(right) - order.indexOf(left)

  let votes = count()
  let quota = quotaIn(total)
  while (elected.length < seats && hopeful().length > seats - elected.length) {
    let last = total
    for (;;) {
      votes = count()
      quota = quotaIn(votes.reduce((sum, units) => sum + units, 0n))
      const reached = hopeful().filter((option) => (votes[option] ?? 0n) >= quota)
      const best = reached.toSorted((left, right) => {
        const [l, r] = [votes[left] ?? 0n, votes[right] ?? 0n]
        return l > r ? -1 : l < r ? 1 : -worseFirst(left, right)
      })
      const chosen = best.slice(0, seats - elected.length)
      for (const option of reached.filter((one_) => chosen.includes(one_))) {
        elected.push(option)
        state[option] = 'elected'
        steps.push({ option, decision: 'elected', quota, votes })
      }
      if (reached.length > 0) break
      let surplus = 0n
      for (const option of elected) if ((votes[option] ?? 0n) > quota) surplus += (votes[option] ?? 0n) - quota
      if (surplus <= omega || surplus >= last) {
        const running = hopeful()
        let fewest = votes[running[0] ?? 0] ?? 0n
        for (const option of running) if ((votes[option] ?? 0n) < fewest) fewest = votes[option] ?? 0n
        const [weakest = 0] = running.filter((option) => (votes[option] ?? 0n) <= fewest + surplus).toSorted(worseFirst)
        steps.push({ option: weakest, decision: 'excluded', quota, votes })
        state[weakest] = 'excluded'
        keep[weakest] = 0n
        votes = count()
        break
      }
      last = surplus
      for (const option of elected) {
        const has = votes[option] ?? 0n
        if (has === 0n) continue
        const factor = up(up(k(option) * quota, one) * one, has)
        keep[option] = factor > one ? one : factor
      }
    }
  }
  const areLast = elected.length < seats
  for (const option of hopeful()) {
    steps.push({ option, decision: areLast ? 'elected-to-last-seat' : 'not-elected', quota, votes })
    state[option] = areLast ? 'elected' : 'excluded'
    if (!areLast) keep[option] = 0n
    votes = count()
  }
  return steps
}
