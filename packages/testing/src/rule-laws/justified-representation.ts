import type { Axiom, OptionId } from '@isegoria/election'
import { approversOf, groupAgreeing } from './cohesive-groups.ts'
import type { Approvers, Group } from './cohesive-groups.ts'
import { defineLaw, named } from './law.ts'
import type { Law } from './law.ts'
import { firstOf } from './some-of.ts'

type Committee = ReadonlyArray<OptionId>

/** Voters among whom a group that is due `due` members would have been passed over by the committee. */
type PassedOver = (approvers: ReadonlyArray<Approvers>, committee: Committee, due: number) => Iterable<ReadonlyArray<Approvers>>

const membersOf = ({ approved }: Approvers, committee: Committee): number => committee.filter((id) => approved.has(id)).length

/** Everybody who approves fewer members than are due. */
const withFewer: PassedOver = (approvers, committee, due) => [approvers.filter((voter) => membersOf(voter, committee) < due)]

/** For each choice of one member less than is due those who approve no other member. */
function* withoutOthers(approvers: ReadonlyArray<Approvers>, committee: Committee, due: number): Generator<ReadonlyArray<Approvers>> {
  const choices = function* (from: number, chosen: ReadonlyArray<OptionId>): Generator<ReadonlyArray<OptionId>> {
    if (chosen.length === due - 1 || from === committee.length) yield chosen
    else for (let next = from; next < committee.length; next++) yield* choices(next + 1, [...chosen, committee[next] ?? ''])
  }
  for (const chosen of choices(0, [])) {
    const others = committee.filter((id) => !chosen.includes(id))
    yield approvers.filter(({ approved }) => others.every((id) => !approved.has(id)))
  }
}

const representation = (axiom: Axiom, most: (seats: number) => number, passedOver: PassedOver, lack: (due: number) => string): Law =>
  defineLaw(axiom, ['committee'], (_, election, outcome) => {
    const { options, profile, seats = 0 } = election
    const approvers = approversOf(election)
    if (outcome.type !== 'committee' || approvers === undefined) return undefined
    const ids = options.map(({ id }) => id)
    const dues = Array.from({ length: most(seats) }, (__, place) => place + 1)
    return firstOf(outcome.committees, (committee) =>
      firstOf(dues, (due) => {
        const isLarge = (voters: number): boolean => voters * seats >= due * profile.voters
        const groupIn = (voters: ReadonlyArray<Approvers>): Group | undefined => groupAgreeing(voters, ids, due, isLarge)
        const group = firstOf(passedOver(approvers, committee, due), groupIn)
        if (group === undefined) return undefined
        const story = `${group.voters} of ${profile.voters} voters agree on ${named(group.agreed)}, which is worth ${due} of ${seats} seats, but ${named(committee)} is elected: ${lack(due)}`
        return { story, elections: [election], outcomes: [outcome] }
      }),
    )
  })

/**
 * Justified representation: of voters who agree on an option and are enough for a seat, one approves a member.
 *
 * This law and the next two hold for each of the committees of an outcome, and judge ballots of approval only. Source: Aziz
 * et al., "Justified representation in approval-based committee voting", 2017, https://doi.org/10.1007/s00355-016-1019-3
 */
export const jr: Law = representation(
  'jr',
  (seats) => Math.min(seats, 1),
  withFewer,
  () => 'none of them approves a member',
)

/**
 * Proportional justified representation: voters who agree on `n` options and are enough for `n` seats together approve `n`
 * members.
 *
 * Source: Sánchez-Fernández et al., "Proportional justified representation", AAAI 2017, https://arxiv.org/abs/1611.09928
 */
export const pjr: Law = representation(
  'pjr',
  (seats) => seats,
  withoutOthers,
  (due) => `together they approve less than ${due} of the members`,
)

/** Extended justified representation: of voters who agree on `n` options and are enough for `n` seats, one approves `n` members. */
export const ejr: Law = representation(
  'ejr',
  (seats) => seats,
  withFewer,
  (due) => `none of them approves ${due} of the members`,
)
