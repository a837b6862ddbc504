import { E, isBefore } from '@isegoria/kernel'
import type { Either } from '@isegoria/kernel'
import { isHash, isName } from '../is-name.ts'
import type { AddEntryLate, DraftRoll, EligibilityRollCommand, MoveRollOpening, SealRoll, StrikeOffEntryLate } from './commands.ts'
import type { EligibilityRollEvent } from './events.ts'
import type { EligibilityRollRejection } from './rejections.ts'
import type { EligibilityRollState } from './state.ts'

type Decision = Either<EligibilityRollRejection, ReadonlyArray<EligibilityRollEvent>>

const notInStage = (needs: EligibilityRollState['status'], { status }: EligibilityRollState): Decision =>
  E.left({ type: 'RollNotInStage', needs, status })

const draft = (command: DraftRoll, state: EligibilityRollState): Decision => {
  if (state.status !== 'NotDrafted') return E.left({ type: 'RollAlreadyDrafted' })
  const { perimeter, attributes, by } = command
  const named = { by, area: perimeter.area, description: perimeter.description }
  const unnamed = Object.entries(named).find(([, text]) => !isName(text))
  if (unnamed !== undefined) return E.left({ type: 'NameMissing', field: unnamed[0] })
  const isBad = Object.entries(attributes).some((entry) => !entry.flat().every(isName))
  return isBad ? E.left({ type: 'NameMissing', field: 'attributes' }) : E.right([{ ...command, type: 'RollDrafted' }])
}

const seal = (command: SealRoll, state: EligibilityRollState): Decision => {
  const { count, root, opensAt, at } = command
  if (state.status === 'Sealed') {
    const isSame = state.count === count && state.root === root && state.opensAt === opensAt
    return isSame ? E.right([]) : E.left({ type: 'RollAlreadySealed', count: state.count, root: state.root })
  }
  if (state.status !== 'Drafted') return notInStage('Drafted', state)
  if (!isHash(root)) return E.left({ type: 'NotAHash', field: 'root' })
  if (count < 1) return E.left({ type: 'RollEmpty' })
  return isBefore(at, opensAt) ? E.right([{ ...command, type: 'RollSealed' }]) : E.left({ type: 'PollAlreadyOpened', opensAt, at })
}

const moveOpening = (command: MoveRollOpening, state: EligibilityRollState): Decision => {
  if (state.status !== 'Sealed') return notInStage('Sealed', state)
  const { opensAt, reason, at } = command
  if (!isName(reason)) return E.left({ type: 'ReasonMissing', of: 'RollOpeningMoved' })
  if (opensAt === state.opensAt) return E.right([])
  if (!isBefore(at, state.opensAt)) return E.left({ type: 'PollAlreadyOpened', opensAt: state.opensAt, at })
  return isBefore(at, opensAt) ? E.right([{ ...command, type: 'RollOpeningMoved' }]) : E.left({ type: 'OpeningInThePast', opensAt, at })
}

const change = (command: AddEntryLate | StrikeOffEntryLate, state: EligibilityRollState): Decision => {
  if (state.status !== 'Sealed') return notInStage('Sealed', state)
  const { count, root, reason, at } = command
  const isAdding = command.type === 'AddEntryLate'
  const type = isAdding ? 'EntryAddedLate' : 'EntryStruckOffLate'
  if (!isName(reason)) return E.left({ type: 'ReasonMissing', of: type })
  if (!isHash(root)) return E.left({ type: 'NotAHash', field: 'root' })
  if (root === state.root && count === state.count) return E.right([])
  const isAfterOpening = !isBefore(at, state.opensAt)
  if (isAfterOpening && state.terms.lateEntries === 'until-opening') return E.left({ type: 'RollClosedAtOpening', opensAt: state.opensAt, at })
  const needs = state.count + (isAdding ? 1 : -1)
  if (count !== needs) return E.left({ type: 'CountNotNext', needs, count })
  const number = (isAdding ? state.late.added : state.late.struckOff) + 1
  return E.right([{ ...command, type, number, isAfterOpening }])
}

export const decide = (command: EligibilityRollCommand, state: EligibilityRollState): Decision => {
  switch (command.type) {
    case 'DraftRoll':
      return draft(command, state)
    case 'SealRoll':
      return seal(command, state)
    case 'MoveRollOpening':
      return moveOpening(command, state)
    case 'AddEntryLate':
    case 'StrikeOffEntryLate':
      return change(command, state)
  }
}
