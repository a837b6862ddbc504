const written = (tally: ReadonlyArray<bigint>): Array<number> => tally.flatMap((voters, grade) => Array.from({ length: Number(voters) }, () => grade))

/** Majority judgment as it is defined: the grades of each option in a list, the lower middle one taken out again and again. */
export const compareByHand = (left: ReadonlyArray<bigint>, right: ReadonlyArray<bigint>): number => {
  const [one, other] = [written(left), written(right)]
  while (one.length > 0) {
    const middle = Math.floor((one.length - 1) / 2)
    const [grade = 0] = one.splice(middle, 1)
    const [otherGrade = 0] = other.splice(middle, 1)
    if (grade !== otherGrade) return otherGrade - grade
  }
  return 0
}
