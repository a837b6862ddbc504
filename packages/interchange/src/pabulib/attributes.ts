type Attributes = Readonly<Record<string, string>>

/** Attributes of plain rows, kept as text until somebody looks at them. */
export interface AttributesReader {
  /** The piece of a plain row that holds them all, see `plainRow` for `ends`. */
  readonly textOf: (text: string, ends: Int32Array) => string
  /** What such a piece says; equal pieces share one object. */
  readonly read: (piece: string) => Attributes
}

/** Reads all columns but the `known` ones, where they are not empty. */
export const attributesReader = (columns: ReadonlyArray<string>, known: ReadonlySet<string>): AttributesReader => {
  const others = [...columns.entries()].filter(([, name]) => !known.has(name))
  const [first, last] = [others[0]?.[0] ?? 0, others.at(-1)?.[0] ?? -1]
  const byPiece = new Map<string, Attributes>()
  const fieldsOf = (piece: string): Attributes => {
    const fields = piece.split(';')
    const named = others.map(([place, name]): readonly [string, string] => [name, fields[place - first] ?? ''])
    return Object.fromEntries(named.filter(([, value]) => value !== ''))
  }
  return {
    textOf: (text, ends) => (others.length === 0 ? '' : text.slice((ends[first] ?? 0) + 1, ends[last + 1])),
    read: (piece) => {
      const seen = byPiece.get(piece)
      if (seen !== undefined) return seen
      const read = fieldsOf(piece)
      byPiece.set(piece, read)
      return read
    },
  }
}
