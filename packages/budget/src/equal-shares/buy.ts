import type { Ratio } from '@isegoria/exact'
import type { ExactPrice } from './exact-offer.ts'
import { memoryOf, noMemory } from './memory.ts'
import { areTwins } from './market.ts'
import type { Market } from './market.ts'
import { payersFor, payFor } from './pay.ts'
import type { Opening, Purchase, Run } from './run.ts'
import { openingOf, openingRounds, resume } from './opening.ts'
import { pricingOf, rounding } from './pricing.ts'
import type { Note, Pricing } from './pricing.ts'

const nobody = new Int32Array(0)
const none: ReadonlyMap<number, number> = new Map()

/** Units above the price that is guessed, so that where nobody is poor one look is enough. */
const slack = 64

/** The best offer of a round. */
interface Best {
  readonly project: number
  readonly tied: ReadonlyArray<number>
  readonly settled: number
  readonly exact: ExactPrice | undefined
}

const compareExact = ({ worths }: Market, left: number, l: ExactPrice, right: number, r: ExactPrice): number => {
  const difference = l.numerator * r.denominator * (worths[right] ?? 1n) - r.numerator * l.denominator * (worths[left] ?? 1n)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

interface Settled {
  readonly project: number
  readonly exact: ExactPrice
}

/** The best of offers that floats cannot tell apart, and all that are level with it. */
const bestOfNear = (market: Market, offers: ReadonlyArray<Settled>): Best | undefined => {
  let best: Array<Settled> = []
  for (const offer of offers) {
    const leader = best[0]
    const order = leader === undefined ? -1 : compareExact(market, offer.project, offer.exact, leader.project, leader.exact)
    if (order < 0) best = [offer]
    else if (order === 0) best.push(offer)
  }
  best.sort((left, right) => (market.placeOf[left.project] ?? 0) - (market.placeOf[right.project] ?? 0))
  const [first] = best
  return first === undefined ? undefined : { ...first, tied: best.map(({ project }) => project), settled: offers.length }
}

/** What one round found: the best offer, projects that nobody can pay for any more, and all that were priced. */
interface Round {
  readonly best: Best | undefined
  readonly gone: ReadonlyArray<number>
  readonly priced: ReadonlyArray<number>
}

/**
 * Looks at the open projects in the order of their bounds, until the next bound is above the best offer and above `least`.
 * A price of which floats cannot tell who is poor has no ceiling but the exact one, and is settled at once. Prices of projects
 * that are `close` are worked out whatever they are.
 */
const look = (
  market: Market,
  pricing: Pricing,
  open: ReadonlyArray<number>,
  least: number,
  close: ReadonlySet<number>,
  favourite?: Purchase,
): Round => {
  const { bound, ceilingOf, isPlain, priceUp } = pricing
  const gone: Array<number> = []
  const priced: Array<number> = []
  const exacts = new Map<number, ExactPrice>()
  let ceiling = Infinity
  const lookAt = (project: number, guess?: number): void => {
    let isPayable = priceUp(project, close.has(project) ? Infinity : Math.max(ceiling, least), guess)
    if (isPayable && !isPlain(project) && (bound[project] ?? 0) <= ceiling) {
      const exact = pricing.settle(project)
      if (exact === undefined) isPayable = false
      else exacts.set(project, exact)
    }
    if (!isPayable) gone.push(project)
    else {
      priced.push(project)
      const isRival = isPlain(project) || exacts.has(project)
      if (isRival) ceiling = Math.min(ceiling, ceilingOf(project))
    }
  }
  const first = favourite !== undefined && open.includes(favourite.project) ? favourite.project : undefined
  if (first !== undefined) lookAt(first, (favourite?.most ?? 0) * pricing.money.scale * (1 + rounding) + slack)
  for (const project of open) {
    // Its bound is not any more the one by which it stands here.
    if (project === first) continue
    if ((bound[project] ?? 0) > Math.max(ceiling, least)) break
    lookAt(project)
  }
  for (const project of close) if (open.includes(project) && !priced.includes(project) && !gone.includes(project)) lookAt(project)
  const near = priced.filter((project) => (bound[project] ?? 0) <= ceiling)
  const [only] = near
  if (only !== undefined && near.length === 1) {
    const exact = exacts.get(only)
    return { best: { project: only, tied: [only], settled: exact === undefined ? 0 : 1, exact }, gone, priced }
  }
  const offers = near.flatMap((project): ReadonlyArray<Settled> => {
    const exact = exacts.get(project) ?? pricing.settle(project)
    return exact === undefined ? [] : [{ project, exact }]
  })
  return { best: bestOfNear(market, offers), gone, priced }
}

/** Keeps `open` in the order of bounds, most of which is as it was. */
const sortByBound = (open: Array<number>, bound: Float64Array): void => {
  for (let from = 1; from < open.length; from++) {
    const project = open[from] ?? 0
    const own = bound[project] ?? 0
    let place = from
    for (; place > 0 && (bound[open[place - 1] ?? 0] ?? 0) > own; place--) open[place] = open[place - 1] ?? 0
    open[place] = project
  }
}

/**
 * Buys, again and again, the project with the lowest price per unit of gain and worth, until no supporters can afford one.
 *
 * `earlier` is a run under a lower endowment, from which bounds are taken. For given purchases more money leaves nobody with
 * less and makes nothing dearer; so if the price then was below every rival's price now, the same was bought all between. So
 * it was too where the same supporters were poor at both ends, in all purchases before and at both prices: then they were all
 * between, and both prices are straight lines. That is looked into if it `isProof`; rivals of which it cannot be told are put
 * among those that are `close`, whose prices the next runs work out.
 * *Ties*: the first in the order of `placeOf`. *Cost*: a few looks through the supporters of the projects near the best, for
 * each purchase.
 */
export const buy = (market: Market, endowment: Ratio, voters: number, earlier?: Run, isProof = true, close: Set<number> = new Set()): Run => {
  const { mostGain } = market
  const pricing = pricingOf(market, endowment, voters, earlier?.worn)
  const { bound, least, price, off, noteOf, history } = pricing
  const { scale } = pricing.money
  const memory = earlier === undefined ? noMemory : memoryOf(earlier, endowment, scale, mostGain)
  const limits = market.limits()
  const payers = payersFor(market.support)
  const purchases: Array<Purchase> = []
  const notes: Array<ReadonlyArray<Note>> = []
  const isOpen = new Uint8Array(market.costs.length).fill(1)
  const foundIn = new Int32Array(market.costs.length).fill(-1)
  const known = openingRounds(earlier, pricing)
  let opening: Opening | undefined
  const roots: Array<ReadonlyMap<number, number>> = []
  let isSteady = true
  /** Whether the same supporters were poor in all purchases so far. */
  let isStraight = true
  let open = market.projects.slice()
  const bought = (purchase: Purchase, floor: number): void => {
    purchases.push(purchase)
    memory.bought(purchase.project, floor, pricing)
    limits.take(purchase.project)
    isOpen[purchase.project] = 0
  }
  for (;;) {
    const round = purchases.length
    const before = earlier?.purchases[round]
    const found: Array<number> = []
    const find = (project: number): void => {
      if (foundIn[project] === round) return
      foundIn[project] = round
      found.push(project)
    }
    const rise = memory.rise()
    for (const note of memory.notes(round)) {
      find(note.project)
      if (!pricing.recall(note, rise)) isOpen[note.project] = 0
    }
    open = open.filter((project) => isOpen[project] === 1 && limits.admits(project))
    if (before !== undefined && earlier !== undefined && round < known) {
      const ceiling = before.ceiling * scale * (1 + rounding)
      const isBest = open.every((project) => project === before.project || (bound[project] ?? 0) > ceiling)
      if (!isBest) return buy(market, endowment, voters, { ...earlier, opening: undefined }, isProof, close)
      notes.push(found.map(noteOf))
      roots.push(none)
      history.add(before.project, market.costs[before.project] ?? 0n, nobody, before.gain)
      bought(before, before.most * scale)
      continue
    }
    if (earlier?.opening !== undefined && round === known && known > 0) resume(earlier.opening, endowment, pricing)
    const floor = isProof && before?.hasPoor === true ? before.ceiling * scale : 0
    let best: Best | undefined
    for (let isDone = false; !isDone;) {
      sortByBound(open, bound)
      const { best: offer, gone, priced } = look(market, pricing, open, floor, close, memory.next())
      for (const project of priced) find(project)
      for (const project of gone) {
        find(project)
        isOpen[project] = 0
      }
      if (gone.length > 0) open = open.filter((project) => isOpen[project] === 1)
      best = offer
      isDone = best !== undefined || gone.length === 0
      const then = earlier?.roots[round]
      const isAsThen = (project: number): boolean => pricing.isPlain(project) && then?.get(project) === pricing.gainOf(project)
      for (const rival of priced) {
        if (floor === 0 || best === undefined || rival === best.project || (bound[rival] ?? 0) > floor || areTwins(market, rival, best.project))
          continue
        if (isStraight && isAsThen(rival) && isAsThen(best.project)) continue
        isSteady = false
        close.add(rival)
      }
      if (isDone && close.size === 0) roots.push(none)
      else if (isDone)
        roots.push(new Map(priced.flatMap((project) => (pricing.isPlain(project) ? [[project, pricing.gainOf(project)] as const] : []))))
    }
    notes.push(found.map(noteOf))
    if (best === undefined) return { endowment, purchases, notes, roots, history, opening, worn: pricing.purses, isSteady }
    const { project, tied, settled, exact } = best
    if (pricing.hasPoor(project) || !pricing.isPlain(project)) opening ??= openingOf(endowment, round, pricing)
    const gain = payFor(market, pricing, project, exact, payers)
    const hasPoor = gain < (market.gains[project] ?? 0)
    isStraight &&= before?.project === project && before.gain === gain
    const most = ((price[project] ?? 0) + (off[project] ?? 0)) * (1 + rounding)
    bought({ project, gain, tied, settled, hasPoor, ceiling: pricing.ceilingOf(project) / scale, most: most / scale }, least[project] ?? 0)
  }
}
