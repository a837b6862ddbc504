/**
 * Options in layers: first those above whom nobody stands, then those above whom nobody of the rest stands, and so on.
 *
 * `isAbove` needs not be transitive, but has no cycle; options of a cycle, and those below it, would share the last layer.
 * Cost: size² questions.
 */
export const layersOf = (size: number, isAbove: (one: number, other: number) => boolean): ReadonlyArray<ReadonlyArray<number>> => {
  const all = Array.from({ length: size }, (_, option) => option)
  const above = new Int32Array(size)
  const below = all.map((one) => all.filter((other) => one !== other && isAbove(one, other)))
  for (const others of below) for (const other of others) above[other] = (above[other] ?? 0) + 1
  const layers: Array<ReadonlyArray<number>> = []
  let left: ReadonlyArray<number> = all
  while (left.length > 0) {
    const free = left.filter((option) => above[option] === 0)
    const layer = free.length === 0 ? left : free
    layers.push(layer)
    for (const option of layer) {
      above[option] = -1
      for (const other of below[option] ?? []) above[other] = (above[other] ?? 0) - 1
    }
    left = left.filter((option) => (above[option] ?? 0) >= 0 && !layer.includes(option))
  }
  return layers
}
