/** Something to measure: one run does all of it, whoever did it before. */
export interface Work {
  readonly work: string
  readonly size: string
  /** How many `unit`s one run handles: what the rate is counted in. */
  readonly items: number
  readonly unit: string
  readonly run: () => unknown
}

/** What a work took, in milliseconds of wall time. */
export interface Measured {
  readonly work: string
  readonly size: string
  readonly items: number
  readonly unit: string
  readonly times: ReadonlyArray<number>
  readonly median: number
  /** The middle half of the times lies between these two. */
  readonly quartiles: readonly [number, number]
  /** Items a second, at the median. */
  readonly rate: number
}

/** Ours beside another way to do the same, measured in turns. */
export interface Pair {
  readonly ours: Work
  readonly other: Work
  /** The least that ours should reach of the other's speed. */
  readonly wanted: number
}

export interface Compared {
  readonly ours: Measured
  readonly other: Measured
  readonly wanted: number
  /** Our speed in that of the other, the median over the rounds: 0.5 is half as fast. */
  readonly speed: number
  readonly quartiles: readonly [number, number]
}

/** The value below which a part of the sorted values lies, between two neighbours by proportion. */
const quantile = (values: ReadonlyArray<number>, part: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const place = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN]
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * One run's time. Young garbage of the run before is collected first, where Node was started with `--expose-gc`. A whole
 * collection would throw away compiled code as well, which no program does between two counts.
 */
const timed = async ({ run }: Work): Promise<number> => {
  globalThis.gc?.({ type: 'minor' })
  const start = performance.now()
  await run()
  return performance.now() - start
}

const measuredOf = ({ work, size, items, unit }: Work, times: ReadonlyArray<number>): Measured => {
  const median = quantile(times, 0.5)
  return { work, size, items, unit, times, median, quartiles: [quantile(times, 0.25), quantile(times, 0.75)], rate: (items * 1000) / median }
}

/** For so many milliseconds, and at least once, each work runs before it is measured: what is over sooner is not compiled yet. */
const warmUp = 500

/** Runs every work once in each round, every other round in reverse, after all have warmed up as long as one another. */
const inTurns = async (works: ReadonlyArray<Work>, rounds: number): Promise<ReadonlyArray<ReadonlyArray<number>>> => {
  for (const work of works) for (let spent = 0; spent < warmUp;) spent += await timed(work)
  const times = works.map(() => new Array<number>())
  for (let round = 0; round < rounds; round++) {
    const places = [...works.keys()]
    for (const place of round % 2 === 0 ? places : places.toReversed()) {
      const work = works[place]
      if (work === undefined) continue
      times[place]?.push(await timed(work))
    }
  }
  return times
}

/** Measures one work by itself. */
export const measure = async (work: Work, rounds: number): Promise<Measured> => {
  const [times = []] = await inTurns([work], rounds)
  return measuredOf(work, times)
}

/** Measures two works in turns, so that both meet the same neighbours; ratios are taken within a round. */
export const compare = async ({ ours, other, wanted }: Pair, rounds: number): Promise<Compared> => {
  const [own = [], others = []] = await inTurns([ours, other], rounds)
  const speeds = own.map((time, round) => (others[round] ?? Number.NaN) / time)
  return {
    ours: measuredOf(ours, own),
    other: measuredOf(other, others),
    wanted,
    speed: quantile(speeds, 0.5),
    quartiles: [quantile(speeds, 0.25), quantile(speeds, 0.75)],
  }
}
