/** Projects with their costs, the best in ties first; a row of grades for each voter, none where they gave none. */
export interface GradeTable {
  readonly projects: ReadonlyArray<{ readonly id: string; readonly cost: bigint }>
  readonly voters: ReadonlyArray<Readonly<Record<string, number>>>
  readonly budget: bigint
  readonly isAllowed: (funded: ReadonlyArray<string>) => boolean
}

const inOrder = (grades: ReadonlyArray<number>): Array<number> => grades.toSorted((low, high) => low - high)

/** Negative where the first list of grades is better: the lower middle one is taken out of each until they differ. */
const compareGrades = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): number => {
  const [one, other] = [inOrder(left), inOrder(right)]
  while (one.length > 0) {
    const middle = Math.floor((one.length - 1) / 2)
    const [grade = 0] = one.splice(middle, 1)
    const [otherGrade = 0] = other.splice(middle, 1)
    if (grade !== otherGrade) return otherGrade - grade
  }
  return 0
}

/** Each grade as often as makes all lists as long as the product of their lengths. */
const repeated = (grades: ReadonlyArray<number>, times: number): ReadonlyArray<number> =>
  grades.flatMap((grade) => Array.from({ length: times }, () => grade))

/** What majority judgment funds of a budget, straight from its definition. */
export const fundedByGrades = (
  { projects, voters, budget, isAllowed }: GradeTable,
  isNormalised: boolean,
  isEndedByMisfit: boolean,
): ReadonlyArray<string> => {
  const worst = Math.min(0, ...voters.flatMap((row) => Object.values(row)))
  const given = projects.map(({ id }) => voters.flatMap((row) => row[id] ?? (isNormalised ? [] : [worst])))
  const lists = given.map((grades) => (grades.length === 0 ? [worst] : grades))
  const length = lists.reduce((product, grades) => product * grades.length, 1)
  const ranked = projects
    .map((project, place) => ({ ...project, grades: repeated(lists[place] ?? [], length / (lists[place]?.length ?? 1)) }))
    .toSorted((left, right) => compareGrades(left.grades, right.grades))
  const funded: Array<string> = []
  let left = budget
  for (const { id, cost } of ranked) {
    if (!isAllowed([...funded, id])) continue
    if (cost > left && isEndedByMisfit) break
    if (cost > left) continue
    funded.push(id)
    left -= cost
  }
  return funded
}
