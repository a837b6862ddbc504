import type { Preferences } from './preferences.ts'

/** The ballots without the tiers of several options, as if these had not been written. */
export const withoutLevelTiers = (preferences: Preferences): Preferences => {
  const { ballots, starts, entries, tiers } = preferences
  if (preferences.isStrict) return preferences
  const [keptStarts, keptEntries, keptTiers] = [new Int32Array(ballots + 1), new Int32Array(entries.length), new Int32Array(entries.length)]
  let kept = 0
  for (let ballot = 0; ballot < ballots; ballot++) {
    const [start, end] = [starts[ballot] ?? 0, starts[ballot + 1] ?? 0]
    for (let entry = start; entry < end; entry++) {
      const isAfterOne = entry > start && tiers[entry - 1] === tiers[entry]
      const isBeforeOne = entry + 1 < end && tiers[entry + 1] === tiers[entry]
      if (isAfterOne || isBeforeOne) continue
      keptEntries[kept] = entries[entry] ?? 0
      keptTiers[kept++] = tiers[entry] ?? 0
    }
    keptStarts[ballot + 1] = kept
  }
  return { ...preferences, starts: keptStarts, entries: keptEntries.slice(0, kept), tiers: keptTiers.slice(0, kept), isStrict: true }
}
