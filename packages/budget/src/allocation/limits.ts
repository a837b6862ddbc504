import type { Constraint, Election } from '@isegoria/election'
import type { LimitLeft, Limits } from './pot.ts'

/** Room that is left in a cap, in minor units, or in a number. */
interface Room {
  readonly isMoney: boolean
  left: bigint
}

/** What has been taken so far under caps and exclusions, of which each method takes its own copy. */
export interface Ledger {
  readonly limits: () => Limits
  readonly limitsLeft: () => ReadonlyArray<LimitLeft>
  /** Books what a pot has funded: whole costs, or the amounts of parts. */
  readonly book: (project: number, amount: bigint) => void
}

const isLimit = (constraint: Constraint): constraint is Extract<Constraint, { type: 'cap' | 'at-most' }> =>
  constraint.type === 'cap' || constraint.type === 'at-most'

/** Admits everything. */
const unlimited: Limits = { admits: () => true, take: () => {} }

/** The ledger of an election's caps and exclusions. Cost: the constraints that name a project, for each look at it. */
export const ledgerOf = ({ constraints = [], options }: Election): Ledger => {
  const numberOf = new Map(options.map(({ id }, project) => [id, project]))
  const kept = constraints.filter(isLimit)
  const booked: Array<Room> = kept.map((limit) => ({ isMoney: limit.type === 'cap', left: BigInt(limit.most) }))
  const limitsOn = options.map((): Array<number> => [])
  for (const [place, { options: named }] of kept.entries()) for (const id of new Set(named)) limitsOn[numberOf.get(id) ?? -1]?.push(place)
  const costOf = (project: number): bigint => options[project]?.cost ?? 0n
  const takeFrom = (rooms: ReadonlyArray<Room>, project: number, amount: bigint): void => {
    for (const place of limitsOn[project] ?? []) {
      const room = rooms[place]
      if (room !== undefined) room.left -= room.isMoney ? amount : 1n
    }
  }
  if (kept.length === 0) return { book: () => {}, limits: () => unlimited, limitsLeft: () => [] }
  return {
    book: (project, amount) => takeFrom(booked, project, amount),
    limitsLeft: () =>
      booked.map(({ isMoney, left }, place) => ({
        isMoney,
        left,
        projects: limitsOn.flatMap((places, project) => (places.includes(place) ? [project] : [])),
      })),
    limits: () => {
      const rooms = booked.map((room) => ({ ...room }))
      return {
        admits: (project, amount = costOf(project)) =>
          (limitsOn[project] ?? []).every((place) => {
            const room = rooms[place]
            return room === undefined || room.left >= (room.isMoney ? amount : 1n)
          }),
        take: (project) => takeFrom(rooms, project, costOf(project)),
      }
    },
  }
}
