import { formatMoney } from '@isegoria/exact'
import { chosenBy, grouped, letterOf, onOneLine, percent, supportOf, textTable, votersReached } from '@isegoria/report'
import type { Answer, Comparison } from '@isegoria/report'
import { describeWhatIf } from './describe-what-if.ts'
import { shortName } from './short-name.ts'

const optionTable = ({ election, currency, answers }: Comparison, isMoney: boolean): string => {
  const support = supportOf(election)
  const orders = answers.map(({ outcome }) => new Map(chosenBy(outcome).map((id, place) => [id, `${place + 1}`])))
  const cost = (minor: bigint): string => `${grouped(formatMoney({ minor, decimals: election.decimals }))} ${currency}`.trimEnd()
  const rows = election.options
    .toSorted((left, right) => (support.get(right.id) ?? 0) - (support.get(left.id) ?? 0))
    .filter(({ id }) => orders.some((order) => order.has(id)))
    .map(({ id, name, cost: minor }) => [
      id,
      shortName(name ?? ''),
      ...(isMoney ? [cost(minor)] : []),
      grouped(`${support.get(id) ?? 0}`),
      ...orders.map((order) => order.get(id) ?? '·'),
    ])
  return textTable([
    [isMoney ? 'project' : 'option', 'name', ...(isMoney ? ['cost'] : []), 'voters', ...answers.map((_, place) => letterOf(place))],
    ...rows,
  ])
}

const totals = ({ election, answers }: Comparison): string => {
  const { voters } = election.profile
  const reached = ({ outcome }: Answer): string => {
    const count = votersReached(election, chosenBy(outcome))
    return `${grouped(`${count}`)} (${percent(BigInt(count), BigInt(voters))})`
  }
  return textTable([
    ['', 'chosen', 'money used', 'voters with something', 'rule'],
    ...answers.map((answer, place) => [
      letterOf(place),
      `${chosenBy(answer.outcome).length}`,
      answer.outcome.type === 'allocation' ? `${grouped(answer.outcome.cost)} of ${grouped(answer.outcome.budget)}` : '',
      reached(answer),
      `${answer.rule}${answer.decided ? ' (in the log)' : ''}`,
    ]),
  ])
}

const ties = ({ answers }: Comparison): ReadonlyArray<string> =>
  answers.flatMap(({ outcome }, place) =>
    outcome.ties.map(({ tied, chosen, by }) => onOneLine(`${letterOf(place)}: tie between ${tied.join(', ')}: ${chosen} by ${by}`)),
  )

/** Several rules side by side on a terminal: each option that one of them chooses, with its place in the order of selection. */
export const describeComparison = (comparison: Comparison): string =>
  [
    onOneLine(comparison.question),
    '',
    optionTable(comparison, comparison.election.budget !== undefined),
    '',
    totals(comparison),
    ...ties(comparison),
    ...(comparison.whatIfs ?? []).flatMap((answered) => ['', describeWhatIf(answered, comparison)]),
  ].join('\n')
