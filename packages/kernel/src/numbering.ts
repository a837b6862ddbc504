/** How keys of one kind are told apart and kept. */
export interface Keys<Key> {
  /** 32 bits; equal keys have one hash. */
  readonly hashOf: (key: Key) => number
  /** Keeps a new key under the next number. */
  readonly keep: (key: Key) => void
  /** Whether the key that was kept under `number` equals `key`. */
  readonly isAt: (number: number, key: Key) => boolean
  /** The key that was kept under `number`. */
  readonly at: (number: number) => Key
  /** A text that equal keys share, and no others. */
  readonly textOf: (key: Key) => string
}

/** Who finds so many places taken goes to a `Map` instead: its hashes nobody can foresee and make collide. */
const reach = 64

/** So that the low bits depend on all of them. */
const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 12)
}

/** The power of two that is at least twice `expected`, and large enough to begin with. */
const sizeFor = (expected: number): number => {
  let size = 1024
  while (size < 2 * expected && size < 0x4000_0000) size *= 2
  return size
}

/**
 * Numbers keys from 0, in the order in which they are first given; equal ones get one number.
 *
 * An open hash table over typed arrays: half the time of a `Map` for as many names as a town has voters, and no text at
 * all where a key is a list of numbers. `expected` keys find room at once: making room again costs more than looking.
 * Cost: mostly one look; at worst 64 and one in a `Map`, whatever the keys.
 * @example
 * const names: string[] = []
 * const numberOf = numbering<string>({
 *   hashOf: (name) => name.length,
 *   keep: (name) => void names.push(name),
 *   isAt: (number, name) => names[number] === name,
 *   at: (number) => names[number] ?? '',
 *   textOf: (name) => name,
 * })
 * const numbers = ['ash', 'oak', 'ash'].map(numberOf) // => [0, 1, 0]
 */
export const numbering = <Key>({ hashOf, keep, isAt, at, textOf }: Keys<Key>, expected = 0): ((key: Key) => number) => {
  /** A number plus one in each place; 0 is a free place. Its size is a power of two. */
  let table = new Int32Array(sizeFor(expected))
  let hashes = new Int32Array(table.length / 2)
  let count = 0
  const crowded = new Map<string, number>()

  const put = (number: number): void => {
    const mask = table.length - 1
    const hash = hashes[number] ?? 0
    for (let step = 0; step < reach; step++) {
      const place = (hash + step) & mask
      if (table[place] !== 0) continue
      table[place] = number + 1
      return
    }
    crowded.set(textOf(at(number)), number)
  }
  const widen = (): void => {
    table = new Int32Array(2 * table.length)
    const wider = new Int32Array(table.length / 2)
    wider.set(hashes)
    hashes = wider
    crowded.clear()
    for (let number = 0; number < count; number++) put(number)
  }
  const add = (key: Key, hash: number): number => {
    if (count === hashes.length) widen()
    keep(key)
    hashes[count] = hash
    put(count)
    return count++
  }

  return (key) => {
    const hash = mixed(hashOf(key))
    const mask = table.length - 1
    for (let step = 0; step < reach; step++) {
      const held = table[(hash + step) & mask] ?? 0
      if (held === 0) return add(key, hash)
      if (hashes[held - 1] === hash && isAt(held - 1, key)) return held - 1
    }
    return crowded.get(textOf(key)) ?? add(key, hash)
  }
}
