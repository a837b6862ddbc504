import { formatMoney } from '@isegoria/exact'
import { grouped, onOneLine, supportOf, textTable } from '@isegoria/report'
import type { AnsweredWhatIf, Comparison } from '@isegoria/report'
import { shortName } from './short-name.ts'

type Difference = NonNullable<AnsweredWhatIf['difference']>
type Voters = Difference['voters']

const rowsOf = (sign: string, ids: ReadonlyArray<string>, election: Comparison['election']): ReadonlyArray<ReadonlyArray<string>> => {
  const support = supportOf(election)
  return ids.map((id) => {
    const { name = '', cost: minor = 0n } = election.options.find((option) => option.id === id) ?? {}
    return [sign, id, shortName(name), grouped(formatMoney({ minor, decimals: election.decimals })), grouped(`${support.get(id) ?? 0}`)]
  })
}

const moved = ({ election: after }: AnsweredWhatIf, { election: before }: Comparison, { in: into, out }: Difference): string => {
  const rows = [...rowsOf('in', into, after), ...rowsOf('out', out, before)]
  return rows.length === 0 ? 'the same is chosen' : textTable([['', 'option', 'name', 'cost', 'voters'], ...rows])
}

const shifted = (who: string, { all, chosen, money, gained, lost }: Voters): ReadonlyArray<ReadonlyArray<string>> => {
  const row = (what: string, { more, same, fewer }: Voters['chosen']): ReadonlyArray<string> => [
    `${who} (${grouped(`${all}`)}), by ${what}`,
    ...[more, same, fewer].map((count) => grouped(`${count}`)),
    ...(what === 'options' ? [gained, lost].map((count) => grouped(`${count}`)) : ['·', '·']),
  ]
  return [row('options', chosen), ...(money === undefined ? [] : [row('money', money)])]
}

/** A what-if on a terminal: what is changed, what comes in and goes out, who gains and who loses. */
export const describeWhatIf = (answered: AnsweredWhatIf, comparison: Comparison): string => {
  const { changes, rule, outcome, difference, election } = answered
  const { currency } = comparison
  const money = difference?.money
  const spent =
    outcome.type === 'allocation' ? `${money === undefined ? '' : `${grouped(money.before)} → `}${grouped(outcome.cost)} ${currency} spent` : ''
  const heading = [`What if: ${changes.join(' ')}`, `${grouped(`${election.profile.voters}`)} voters counted by ${rule}; ${spent}`.replace(/; $/, '')]
  const shifts = difference === undefined ? [] : [...shifted('all', difference.voters), ...shifted('counted', difference.counted)]
  return [
    ...heading.map((line) => onOneLine(line.trimEnd())),
    ...(difference === undefined
      ? []
      : [
          '',
          moved(answered, comparison, difference),
          '',
          textTable([['voters with', 'more', 'the same', 'less', 'something now only', 'something before only'], ...shifts]),
        ]),
  ].join('\n')
}
