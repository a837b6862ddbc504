import { canonicalText, E } from '@isegoria/kernel'
import { faultsOfCharter } from '../profiles/faults-of-profile.ts'
import type { AmendCharter, EngageDepartment, LinkRound, NameOfficer, PublishCharter, PublishInformation } from './commands.ts'
import { breached, early, nameless, nothing, notInStage, reasonless, unless } from './decision.ts'
import type { Decision, Fault } from './decision.ts'
import { isBlank, lackIf } from './lack.ts'
import type { Lack } from './lack.ts'
import type { ConsultationState } from './state.ts'

export const linkRound = (command: LinkRound, state: ConsultationState): Decision => {
  if (state.status !== 'Drafted') return notInStage('Drafted', state)
  const { consultationId, previous } = command
  if (state.previous === previous) return nothing
  if (state.previous !== undefined) return E.left({ type: 'RoundAlreadyLinked', previous: state.previous })
  if (previous === consultationId) return E.left({ type: 'RoundFollowsItself' })
  return unless(nameless('previous', previous), () => ({ ...command, type: 'RoundLinked' }))
}

type Words = Partial<Pick<PublishCharter, 'languages' | 'question' | 'commitment'>>

/** Where the charter binds its authority to anything, what it asks and promises must be in words. */
const lacksOfWords = ({ question, commitment, languages }: Words, isBound: boolean): ReadonlyArray<Lack> => [
  ...lackIf(isBound && question !== undefined && isBlank(question), 'R17', 'question'),
  ...lackIf(isBound && commitment !== undefined && isBlank(commitment), 'R22', 'commitment'),
  ...lackIf(languages !== undefined && (languages.length === 0 || languages.some(isBlank)), 'R19', 'languages'),
]

const isBound = ({ legalProfile, requires = [], duties = [] }: Pick<PublishCharter, 'legalProfile' | 'requires' | 'duties'>): boolean =>
  legalProfile !== undefined || requires.length > 0 || duties.length > 0

export const publishCharter = (command: PublishCharter, state: ConsultationState): Decision => {
  if (state.status !== 'Drafted') return notInStage('Drafted', state)
  const { purpose, citizenRole, placeOfCitizens, legalProfile } = command
  const lacks = [
    ...lackIf(purpose === undefined, 'R15', 'purpose'),
    ...lackIf(citizenRole === undefined, 'R17', 'citizenRole'),
    ...lackIf(placeOfCitizens === undefined, 'R22', 'placeOfCitizens'),
    ...lacksOfWords(command, isBound(command)),
  ]
  if (purpose === undefined || citizenRole === undefined || placeOfCitizens === undefined || lacks.length > 0)
    return E.left({ type: 'CharterIncomplete', lacks })
  const faults = legalProfile === undefined ? [] : faultsOfCharter(legalProfile, { purpose, placeOfCitizens })
  return unless(breached(command, faults), () => ({ ...command, type: 'CharterPublished', purpose, citizenRole, placeOfCitizens }))
}

const frozen = ({ soFar }: AmendCharter): Fault => (soFar.ballots === 0 ? undefined : { type: 'CharterFrozen', rule: 'I4', ballots: soFar.ballots })

export const amendCharter = (command: AmendCharter, state: ConsultationState): Decision => {
  if (state.status !== 'Chartered' && state.status !== 'Scheduled' && state.status !== 'Open' && state.status !== 'Suspended')
    return notInStage('Chartered', state)
  const { consultationId, changes, reason, soFar, at } = command
  const { charter } = state
  const amended = { ...charter, ...changes }
  if (canonicalText(amended) === canonicalText(charter)) return nothing
  const lacks = lacksOfWords(changes, isBound(charter))
  if (lacks.length > 0) return E.left({ type: 'CharterIncomplete', lacks })
  const faults = charter.legalProfile === undefined ? [] : faultsOfCharter(charter.legalProfile, amended)
  return unless(frozen(command) ?? reasonless('CharterAmended', reason) ?? breached(charter, faults) ?? early(at, state), () => ({
    type: 'CharterAmended',
    consultationId,
    version: charter.version + 1,
    changes,
    reason,
    logPosition: soFar.logPosition,
    amendedAt: at,
  }))
}

type Alive = Exclude<ConsultationState, { readonly status: 'NotDrafted' | 'Closed' | 'Abandoned' }>
const isAlive = (state: ConsultationState): state is Alive =>
  state.status !== 'NotDrafted' && state.status !== 'Closed' && state.status !== 'Abandoned'

export const engageDepartment = (command: EngageDepartment, state: ConsultationState): Decision => {
  if (!isAlive(state)) return notInStage('Drafted', state)
  const { department, stages } = command
  const known = state.departments.find((one) => one.department === department)
  if (known !== undefined && canonicalText(known.stages) === canonicalText(stages)) return nothing
  const idle: Fault = stages.length === 0 ? { type: 'StagesMissing', rule: 'R16', department } : undefined
  return unless(nameless('department', department) ?? idle, () => ({ ...command, type: 'DepartmentEngaged' }))
}

export const nameOfficer = (command: NameOfficer, state: ConsultationState): Decision => {
  if (!isAlive(state)) return notInStage('Drafted', state)
  const { office, officer } = command
  if (state.officers.some((one) => one.office === office && one.officer === officer)) return nothing
  return unless(nameless('officer', officer), () => ({ ...command, type: 'OfficerNamed' }))
}

export const publishInformation = ({ at, ...command }: PublishInformation, state: ConsultationState): Decision => {
  if (!isAlive(state)) return notInStage('Drafted', state)
  if (state.information.includes(command.contentHash)) return nothing
  const fault = nameless('contentRef', command.contentRef) ?? nameless('contentHash', command.contentHash) ?? early(at, state)
  return unless(fault, () => ({ ...command, type: 'InformationPublished', publishedAt: at }))
}
