/**
 * A map that is never changed: `withEntries` gives another one that shares nearly all with it.
 *
 * *Shape*: layers from the oldest to the newest, each at least twice as large as the next; the newest that has a key counts.
 * *Cost*: an entry is copied as often as its layer doubles, so n entries put one by one cost n log n, where copying a whole
 * map each time costs n².
 */
export interface LayeredMap<Value> {
  readonly layers: ReadonlyArray<ReadonlyMap<string, Value>>
}

export const emptyLayers: LayeredMap<never> = { layers: [] }

/** What stands under a key. Cost: one look-up a layer, of which there are at most log₂ n. */
export const entryOf = <Value>({ layers }: LayeredMap<Value>, key: string): Value | undefined => {
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const value = layers[layer]?.get(key)
    if (value !== undefined) return value
  }
  return undefined
}

/** The same map with these entries put over what stood under their keys. */
export const withEntries = <Value>(map: LayeredMap<Value>, entries: Iterable<readonly [string, Value]>): LayeredMap<Value> => {
  const layers = [...map.layers]
  let newest: ReadonlyMap<string, Value> = new Map(entries)
  for (let below = layers.at(-1); below !== undefined && below.size < 2 * newest.size; below = layers.at(-1)) {
    layers.pop()
    newest = merged([below, newest])
  }
  return { layers: newest.size === 0 ? layers : [...layers, newest] }
}

const merged = <Value>(layers: Iterable<ReadonlyMap<string, Value>>): ReadonlyMap<string, Value> => {
  const all = new Map<string, Value>()
  for (const layer of layers) for (const [key, value] of layer) all.set(key, value)
  return all
}

/** All entries, each key once, in the order in which they were first put. Cost: one pass. */
export const entriesOf = <Value>({ layers }: LayeredMap<Value>): ReadonlyMap<string, Value> => merged(layers)
