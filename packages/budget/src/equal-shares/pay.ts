import type { ExactPrice } from './exact-offer.ts'
import type { Sum } from './fixed-point.ts'
import type { Market } from './market.ts'
import type { Pricing } from './pricing.ts'

/** Who pays: places of the rich in the list of supporters, and groups of the poor, so many of each. Reused by every purchase. */
export interface Payers {
  readonly rich: Int32Array
  readonly poor: Int32Array
  richCount: number
  poorCount: number
}

/** Room for the supporters of any project. */
export const payersFor = ({ starts, ids }: Market['support']): Payers => {
  const most = ids.reduce((length, _, project) => Math.max(length, (starts[project + 1] ?? 0) - (starts[project] ?? 0)), 0)
  return { rich: new Int32Array(most + 1), poor: new Int32Array(most + 1), richCount: 0, poorCount: 0 }
}

/**
 * Parts the supporters: exactly, where floats cannot tell and `settled` are the rich. All of them have anything, since the
 * last look at the project dropped the others.
 */
const part = (payers: Payers, { purses, price, isPlain, hasPoor }: Pricing, project: number, settled: ReadonlySet<number> | undefined): void => {
  const { left, starts, ends, supporters, gains, isEven } = purses
  const { rich, poor } = payers
  const at = price[project] ?? 0
  const end = ends[project] ?? 0
  let [richCount, poorCount] = [0, 0]
  if (isPlain(project) && !hasPoor(project)) for (let place = starts[project] ?? 0; place < end; place++) rich[richCount++] = place
  else if (settled === undefined && isEven)
    for (let place = starts[project] ?? 0; place < end; place++) {
      const group = supporters[place] ?? 0
      const isRich = Number((left[group] ?? 0) >= at)
      rich[richCount] = place
      poor[poorCount] = group
      richCount += isRich
      poorCount += 1 - isRich
    }
  else
    for (let place = starts[project] ?? 0; place < end; place++) {
      const group = supporters[place] ?? 0
      const isRich = settled === undefined ? (left[group] ?? 0) >= at * (gains[place] ?? 1) : settled.has(place)
      rich[richCount] = place
      poor[poorCount] = group
      richCount += Number(isRich)
      poorCount += Number(!isRich)
    }
  payers.richCount = richCount
  payers.poorCount = poorCount
}

/** What those who pay in full gain together: as the last look found it, or summed where floats cannot tell who they are. */
const richGainOf = ({ purses: { live, supporters, gains }, isPlain, gainOf }: Pricing, project: number, { rich, richCount }: Payers): number => {
  if (isPlain(project)) return gainOf(project)
  let gain = 0
  for (let index = 0; index < richCount; index++) {
    const place = rich[index] ?? 0
    gain += (live[supporters[place] ?? 0] ?? 0) * (gains[place] ?? 1)
  }
  return gain
}

/**
 * The price from what the poor give: (cost − their money) / (gain of the rich), in units and fractions. Every number here is
 * whole and below 2^53; the price is off by at most (voters of the poor · error of a purse + 1) / gain + 1 fractions.
 */
const fineprice = (pricing: Pricing, project: number, richGain: number, { poor, poorCount }: Payers): Sum & { readonly error: number } => {
  const { purses, money, costOf, fineError } = pricing
  const { left, fractions, live } = purses
  const cost = costOf(project)
  let [units, parts, voters] = [0, 0, 0]
  for (let index = 0; index < poorCount; index++) {
    const group = poor[index] ?? 0
    const weight = live[group] ?? 0
    units += (left[group] ?? 0) * weight
    parts += (fractions[group] ?? 0) * weight
    voters += weight
  }
  const due = cost.units - units
  const whole = Math.floor(due / richGain)
  const rest = due - whole * richGain
  const fraction = Math.floor((rest * money.fine + cost.fractions - parts) / richGain)
  const carry = Math.floor(fraction / money.fine)
  return { units: whole + carry, fractions: fraction - carry * money.fine, error: (voters * fineError + 1) / richGain + 2 }
}

/** The rich pay so much for each unit of gain. */
const charge = ({ purses, money: { fine } }: Pricing, { rich, richCount }: Payers, { units, fractions: parts }: Sum): void => {
  const { left, fractions, supporters, gains, isEven } = purses
  const unit = 1 / fine
  if (isEven)
    for (let index = 0; index < richCount; index++) {
      const group = supporters[rich[index] ?? 0] ?? 0
      const rest = (fractions[group] ?? 0) - parts
      const borrowed = Number(rest < 0)
      fractions[group] = rest + borrowed * fine
      left[group] = (left[group] ?? 0) - units - borrowed
    }
  else
    for (let index = 0; index < richCount; index++) {
      const place = rich[index] ?? 0
      const group = supporters[place] ?? 0
      const gain = gains[place] ?? 1
      const rest = (fractions[group] ?? 0) - parts * gain
      const borrowed = Math.floor(rest * unit)
      fractions[group] = rest - borrowed * fine
      left[group] = (left[group] ?? 0) - units * gain + borrowed
    }
}

/**
 * Supporters pay for a project: who has less than the price gives all they have. Who that is, is certain: the price is
 * plain, or `exact`. Where its fractions would be too uncertain, the exact price is worked out. Gives what the rich gain.
 *
 * Cost: two walks through the supporters.
 */
export const payFor = ({ costs, mostGain }: Market, pricing: Pricing, project: number, exact: ExactPrice | undefined, payers: Payers): number => {
  const { purses, history, money } = pricing
  part(payers, pricing, project, exact?.rich === undefined ? undefined : new Set(exact.rich))
  const { poor, poorCount } = payers
  const richGain = richGainOf(pricing, project, payers)
  const worked = fineprice(pricing, project, richGain, payers)
  history.add(project, costs[project] ?? 0n, poor.slice(0, poorCount), richGain)
  for (let index = 0; index < poorCount; index++) {
    const group = poor[index] ?? 0
    purses.left[group] = 0
    purses.fractions[group] = 0
    purses.live[group] = 0
  }
  const isFine = (pricing.fineError + worked.error * mostGain) * 2 <= money.fine
  charge(pricing, payers, isFine ? worked : money.of(history.priceOf(history.length - 1)))
  pricing.fineError += (isFine ? worked.error : 1) * mostGain
  pricing.error = 2 + Math.ceil(pricing.fineError / money.fine)
  return richGain
}
