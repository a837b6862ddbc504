import type { Ballot, OptionId } from '@isegoria/election'
import { words } from './ballot-text.ts'

/** A part of a line: an id with its text as it stands, or a sign. */
export interface Token {
  readonly sign: string
  readonly id?: OptionId
}

const token = /\s*(?:("(?:[^"\\]|\\.)*")|([^\s:,;<>={}"]+)|([:,>={}]))/y

/** The parts of a line. Errors: `undefined` for a line that has something else in it. */
export const tokensOf = (line: string): ReadonlyArray<Token> | undefined => {
  const text = line.trim()
  const tokens: Array<Token> = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const [, quoted, bare, sign] = token.exec(text) ?? []
    if (quoted !== undefined) tokens.push({ sign: 'id', id: String(JSON.parse(quoted)) })
    else if (bare !== undefined) tokens.push({ sign: words.includes(bare) ? bare : 'id', id: bare })
    else if (sign !== undefined) tokens.push({ sign })
    else return undefined
  }
  return tokens
}

/** Splits at a sign. */
const split = (tokens: ReadonlyArray<Token>, sign: string): ReadonlyArray<ReadonlyArray<Token>> => {
  const parts: Array<Array<Token>> = [[]]
  for (const one of tokens) {
    if (one.sign === sign) parts.push([])
    else parts.at(-1)?.push(one)
  }
  return parts
}

/** One id in each part, or nothing where a part is something else. */
const idsOf = (parts: ReadonlyArray<ReadonlyArray<Token>>): ReadonlyArray<OptionId> | undefined => {
  const ids = parts.map(([first, ...more]) => (more.length === 0 && first?.sign === 'id' ? first.id : undefined))
  const known = ids.filter((id) => id !== undefined)
  return known.length === ids.length ? known : undefined
}

const tiersOf = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  const tiers = tokens.length === 0 ? [] : split(tokens, '>').map((tier) => idsOf(split(tier, '=')))
  const known = tiers.filter((tier) => tier !== undefined)
  return known.length === tiers.length ? { type: 'weak-order', tiers: known } : undefined
}

const pointsOf = (tokens: ReadonlyArray<Token>): ReadonlyArray<[OptionId, number]> | undefined => {
  const points: Array<[OptionId, number]> = []
  for (let place = 0; place < tokens.length; place += 3) {
    const [option, colon, number] = tokens.slice(place, place + 3)
    const isPoint = option?.sign === 'id' && colon?.sign === ':' && /^-?\d+$/.test(number?.id ?? '')
    if (!isPoint || option.id === undefined) return undefined
    points.push([option.id, Number(number?.id)])
  }
  return points
}

const rankingOf = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  const ranking = idsOf(split(tokens, '>'))
  return ranking && { type: 'ordinal', ranking }
}

const approvalOf = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  if (tokens.at(-1)?.sign !== '}') return undefined
  const inside = tokens.slice(1, -1)
  const approved = inside.length === 0 ? [] : idsOf(split(inside, ','))
  return approved && { type: 'approval', approved }
}

const choiceOf = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  const [choice, ...more] = tokens
  if (choice === undefined) return { type: 'choose-one', choice: null }
  return more.length === 0 && choice.sign === 'id' && choice.id !== undefined ? { type: 'choose-one', choice: choice.id } : undefined
}

const scoresOf = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  const scores = pointsOf(tokens)
  return scores && { type: 'score', scores }
}

const sharesOf = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  const points = pointsOf(tokens)
  return points && { type: 'cumulative', points }
}

/** A ballot from the parts of its line, see `electionOf`. Errors: `undefined` where they are none. */
export const readBallot = (tokens: ReadonlyArray<Token>): Ballot | undefined => {
  const [first, second] = tokens
  const rest = tokens.slice(1)
  switch (first?.sign) {
    case 'choose':
      return choiceOf(rest)
    case 'rank':
      return rest.length === 0 ? { type: 'ordinal', ranking: [] } : rankingOf(rest)
    case 'tiers':
      return tiersOf(rest)
    case 'share':
      return sharesOf(rest)
    case 'score':
      return scoresOf(rest)
    case '{':
      return approvalOf(tokens)
    default:
      if (second?.sign === ':') return scoresOf(tokens)
      return tokens.some(({ sign }) => sign === '=') ? tiersOf(tokens) : rankingOf(tokens)
  }
}
