import { gaugeOf, gradesOf, marked, withoutMissing } from '@isegoria/election'
import type { GradeTally, MissingGrades, Profile } from '@isegoria/election'
import type { Pot } from '../../allocation/pot.ts'

/** A project with what voters think of it. */
export interface GradedProject {
  readonly project: number
  /** All of as many voters. */
  readonly tally: GradeTally
  readonly median: number
  readonly better: bigint
  readonly worse: bigint
}

/** Everybody; with envelopes only who grades one of the projects of this one. */
const judgesOf = ({ election, support, projects }: Pot): Profile => {
  const { profile, constraints = [] } = election
  if (constraints.every(({ type }) => type !== 'envelope')) return profile
  const here = new Set(projects.map((project) => support.ids[project] ?? ''))
  const ballots = profile.ballots.filter(({ ballot }) => marked(ballot).some((id) => here.has(id)))
  return { voters: ballots.reduce((sum, { weight }) => sum + weight, 0), ballots }
}

/** The projects of a pot with their grades, those of voters who gave none among them as `missing` says. */
export const gradedProjects = (pot: Pot, missing: MissingGrades): ReadonlyArray<GradedProject> => {
  const { election, projects } = pot
  const profile = judgesOf(pot)
  const options = projects.flatMap((project) => election.options[project] ?? [])
  const { scale, tallies } = gradesOf({ ...election, options, profile })
  return withoutMissing(tallies, BigInt(profile.voters), missing).map((tally, place) => {
    const { median, better, worse } = gaugeOf(tally)
    return { project: projects[place] ?? 0, tally, median: scale[median] ?? 0, better, worse }
  })
}
