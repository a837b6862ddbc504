import { consultation, consultationEvents, consultationStream, instantiate, meeting, meetingEvents, meetingStream } from '@isegoria/consultation'
import { legalProfiles, questionnaire, questionnaireEvents, questionnaireStream } from '@isegoria/consultation'
import type { Instance, Opening, Template } from '@isegoria/consultation'
import { batchStream, BatchRefused } from '@isegoria/engine'
import type { Commit } from '@isegoria/engine'
import { CommandRefused } from './terminal.ts'

/** A template at one place and time, with the commits that write it down: all that can be known before it opens. */
export interface Plan {
  readonly template: Template
  readonly instance: Instance
  readonly opening: Opening
  readonly commits: ReadonlyArray<Commit>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Why an aggregate refuses a plan, in words. */
const sentenceOf = ({ rejection, message }: BatchRefused): string => {
  if (!isRecord(rejection) || rejection['type'] !== 'ProfileBreached' || !Array.isArray(rejection['faults'])) return message
  const faults = rejection['faults'].flatMap((fault: unknown) =>
    isRecord(fault) ? [`${String(fault['missing'])}: ${String(fault['count'])} (${String(fault['rule'])})`] : [],
  )
  return `it breaches the procedure ${String(rejection['profile'])}: ${faults.join('; ')}`
}

function* commitsOf(instance: Instance, opening: Opening, recordedAt: string): Generator<Commit> {
  const { consultationId } = instance
  let command = 0
  const nextId = (): string => `new:${consultationId}:${command++}`
  const process = batchStream(consultation, consultationEvents, consultationStream(consultationId), recordedAt)
  for (const one of opening.commands) yield process.execute(one, nextId())
  for (const one of opening.meetings) yield batchStream(meeting, meetingEvents, meetingStream(one.meetingId), recordedAt).execute(one, nextId())
  for (const id of new Set(opening.questionnaires.map(({ questionnaireId }) => questionnaireId))) {
    const survey = batchStream(questionnaire, questionnaireEvents, questionnaireStream(id), recordedAt)
    for (const one of opening.questionnaires) if (one.questionnaireId === id) yield survey.execute(one, nextId())
  }
}

/** Plans a consultation, every step decided by its aggregate. Errors: `CommandRefused` where one refuses. */
export const planOf = (template: Template, instance: Instance, recordedAt: string): Plan => {
  const opening = instantiate(template, instance)
  try {
    return { template, instance, opening, commits: [...commitsOf(instance, opening, recordedAt)] }
  } catch (thrown) {
    if (thrown instanceof BatchRefused) throw new CommandRefused(`${template.id}: ${sentenceOf(thrown)}`)
    throw thrown
  }
}

/** What the authority will owe, by its legal profile first. */
export const dutiesOf = ({
  legalProfile,
  duties = [],
}: Template): ReadonlyArray<{ readonly of: string; readonly by: string; readonly rule?: string }> => {
  const legal = legalProfiles.find(({ id }) => id === legalProfile)?.duties ?? []
  const own = duties.filter((of) => legal.every((duty) => duty.of !== of))
  return [...legal.map(({ of, by, rule }) => ({ of, by, rule })), ...own.map((of) => ({ of, by: 'authority' }))]
}

/** The calendar of a plan. */
export const calendarOf = ({ opening }: Plan): Extract<Opening['commands'][number], { readonly type: 'SetPhases' }> => {
  const [found] = opening.commands.flatMap((command) => (command.type === 'SetPhases' ? [command] : []))
  if (found === undefined) throw new RangeError('a plan without a calendar')
  return found
}
