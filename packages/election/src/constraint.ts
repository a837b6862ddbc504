import * as t from 'io-ts'
import type { OptionId } from './option.ts'
import { WholeNumber } from '@isegoria/kernel'

/** The options of one district, category or kind cost no more than `most` together, in minor units. */
export interface Cap {
  readonly type: 'cap'
  readonly name: string
  readonly options: ReadonlyArray<OptionId>
  readonly most: bigint
}

/** No more than `most` of these are funded: 1 for options that exclude one another. */
export interface AtMost {
  readonly type: 'at-most'
  readonly name: string
  readonly options: ReadonlyArray<OptionId>
  readonly most: number
}

/** An option with a lower score, as the rule scores it, is not funded. */
export interface LeastScore {
  readonly type: 'least-score'
  readonly least: number
}

/**
 * An option that takes a share of the envelope is supported by that share of the voters at least, times `numerator / denominator`:
 * with 1 / 2, who asks for a tenth of the money needs a twentieth of the voters.
 */
export interface LeastCostShare {
  readonly type: 'least-cost-share'
  readonly numerator: number
  readonly denominator: number
}

/** What is left at the end goes to the best option that does not fit, as a part of its cost. */
export interface PartFunding {
  readonly type: 'part-funding'
}

/**
 * Money set aside for these options, in minor units: they are funded from it alone. Options in no envelope share what is
 * left of the budget, under the name `''`. What an envelope leaves over goes to the one named, or to nobody.
 */
export interface Earmark {
  readonly type: 'envelope'
  readonly name: string
  readonly options: ReadonlyArray<OptionId>
  readonly amount: bigint
  readonly leftoverTo?: string
}

/** What an allocation obeys besides its budget. Data of the election, not a kind of rule. */
export type Constraint = Cap | AtMost | LeastScore | LeastCostShare | PartFunding | Earmark

export const ConstraintType = t.keyof(
  { cap: null, 'at-most': null, 'least-score': null, 'least-cost-share': null, 'part-funding': null, envelope: null },
  'ConstraintType',
)

const ids = t.readonlyArray(t.string)

/** A constraint as a poll freezes it: money as decimal text. These shapes are stored: add, never change. */
export const ConstraintText = t.union(
  [
    t.strict({ type: t.literal('cap'), name: t.string, options: ids, most: t.string }),
    t.strict({ type: t.literal('at-most'), name: t.string, options: ids, most: WholeNumber }),
    t.strict({ type: t.literal('least-score'), least: WholeNumber }),
    t.strict({ type: t.literal('least-cost-share'), numerator: WholeNumber, denominator: WholeNumber }),
    t.strict({ type: t.literal('part-funding') }),
    t.exact(
      t.intersection([t.type({ type: t.literal('envelope'), name: t.string, options: ids, amount: t.string }), t.partial({ leftoverTo: t.string })]),
    ),
  ],
  'Constraint',
)
export type ConstraintText = t.TypeOf<typeof ConstraintText>

/** The constraint with its money written as text. */
export const constraintText = (constraint: Constraint, money: (minor: bigint) => string): ConstraintText => {
  switch (constraint.type) {
    case 'cap':
      return { ...constraint, most: money(constraint.most) }
    case 'envelope':
      return { ...constraint, amount: money(constraint.amount) }
    default:
      return constraint
  }
}

/** The constraint that a text says, its money read by `minor`. */
export const constraintOf = (text: ConstraintText, minor: (money: string) => bigint): Constraint => {
  switch (text.type) {
    case 'cap':
      return { ...text, most: minor(text.most) }
    case 'envelope':
      return { ...text, amount: minor(text.amount) }
    default:
      return text
  }
}
