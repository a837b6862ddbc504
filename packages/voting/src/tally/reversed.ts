import type { Preferences } from './preferences.ts'

/** The same ballots read from the bottom: what a ballot leaves out is its first tier, and its best tier is the last. */
export const reversed = (preferences: Preferences): Preferences => {
  const { options, ballots, starts, entries, tiers } = preferences
  const size = options.length
  const reversedEntries = new Int32Array(ballots * size)
  const reversedTiers = new Int32Array(ballots * size)
  const rankedBy = new Int32Array(size).fill(-1)
  let [next, isStrict] = [0, preferences.isStrict]
  for (let ballot = 0; ballot < ballots; ballot++) {
    const [start, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
    for (let entry = start; entry < end; entry++) rankedBy[entries[entry] ?? 0] = ballot
    for (let option = 0; option < size; option++) if (rankedBy[option] !== ballot) reversedEntries[next++] = option
    if (size - (end - start) > 1) isStrict = false
    const lowest = tiers[end - 1] ?? 0
    for (let entry = end - 1; entry >= start; entry--) {
      reversedTiers[next] = 1 + lowest - (tiers[entry] ?? 0)
      reversedEntries[next++] = entries[entry] ?? 0
    }
  }
  const reversedStarts = Int32Array.from({ length: ballots + 1 }, (_, ballot) => ballot * size)
  return { ...preferences, starts: reversedStarts, entries: reversedEntries, tiers: reversedTiers, isStrict }
}
