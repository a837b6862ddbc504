import { grouped, textTable } from '@isegoria/report'
import type { Compared, Measured } from './harness.ts'
import type { WholeRun } from './whole.ts'

const significant = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))
const time = (milliseconds: number): string => (milliseconds < 1000 ? `${significant(milliseconds)} ms` : `${significant(milliseconds / 1000)} s`)
const rate = ({ rate: perSecond, unit }: Measured): string => `${grouped(perSecond.toFixed(0))} ${unit}/s`
const memory = (bytes: number): string => `${grouped((bytes / 1e6).toFixed(0))} MB`

/** Half the width of the middle half of the times, in per cent of the median. */
const spread = ({ median, quartiles: [low, high] }: Measured): string => `± ${((50 * (high - low)) / median).toFixed(0)} %`

export const worksTable = (measured: ReadonlyArray<Measured>): string =>
  textTable([['work', 'size', 'median', 'spread', 'rate'], ...measured.map((one) => [one.work, one.size, time(one.median), spread(one), rate(one)])])

export const pairsTable = (compared: ReadonlyArray<Compared>): string =>
  textTable([
    ['work', 'size', 'median', 'spread', 'rate', 'speed of ours', 'wanted'],
    ...compared.flatMap(({ ours, other, speed, quartiles, wanted }) => [
      [
        ours.work,
        ours.size,
        time(ours.median),
        spread(ours),
        rate(ours),
        `${speed.toFixed(2)} (${quartiles.map((one) => one.toFixed(2)).join('–')})`,
        `≥ ${wanted.toFixed(2)}: ${speed >= wanted ? 'yes' : 'no'}`,
      ],
      [`  ${other.work}`, other.size, time(other.median), spread(other), rate(other), '1', ''],
    ]),
  ])

export const wholeTable = (runs: ReadonlyArray<WholeRun>): string =>
  textTable([
    ['file', 'stage', 'time', 'peak memory'],
    ...runs.flatMap(({ file, stages }) => stages.map(({ stage, time: taken, peak }) => [file, stage, time(taken), memory(peak)])),
  ])
