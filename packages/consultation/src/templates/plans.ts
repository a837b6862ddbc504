import type { Instant } from '@isegoria/kernel'
import type { ScheduleMeeting } from '../field/meeting/commands.ts'
import type { Phase } from '../process/calendar.ts'
import type { AddQuestion, DraftQuestionnaire, OpenQuestionnaire, OpenWave } from '../surveys/questionnaire/commands.ts'
import type { Question } from '../surveys/questionnaire/question.ts'
import { daysAfter, hoursAfter } from './days-after.ts'
import type { Instance, PlannedPoll } from './instance.ts'
import type { PollPlan, QuestionPlan, Template } from './template.ts'
import type { Language, Words } from './words.ts'

const phaseOf = (phases: ReadonlyArray<Phase>, id: string): Phase => {
  const found = phases.find((phase) => phase.id === id)
  if (found === undefined) throw new RangeError(`no phase '${id}'`)
  return found
}

/** The id of a part of a consultation. */
const partOf = (consultationId: string, id: string): string => `${consultationId}-${id}`

const undecided: Words = { fr: 'lieu à préciser', en: 'place to be settled' }

export const meetingsOf = ({ meetings = [], themes = [] }: Template, instance: Instance, scheduledAt: Instant): ReadonlyArray<ScheduleMeeting> =>
  meetings.map(({ id, kind, on, hours, theme }) => {
    const { consultationId, opensAt, language = 'fr' } = instance
    const startsAt = daysAfter(opensAt, on)
    const about = themes.find((one) => one.id === theme)?.title[language]
    return {
      type: 'ScheduleMeeting',
      meetingId: partOf(consultationId, id),
      consultationId,
      kind,
      place: about === undefined ? undecided[language] : `${undecided[language]} (${about})`,
      startsAt,
      endsAt: hoursAfter(startsAt, hours),
      categories: ['participants'],
      scheduledAt,
    }
  })

const formOf = ({ form }: QuestionPlan, language: Language): Question['form'] =>
  form.kind === 'single' ? { kind: 'single', choices: form.choices.map(({ id, text }) => ({ id, text: text[language] })) } : form

export const questionnairesOf = ({ questionnaires = [] }: Template, instance: Instance): ReadonlyArray<DraftQuestionnaire | AddQuestion> =>
  questionnaires.flatMap(({ id, title, questions }) => {
    const { consultationId, language = 'fr' } = instance
    const questionnaireId = partOf(consultationId, id)
    return [
      { type: 'DraftQuestionnaire', questionnaireId, consultationId, title: title[language], attributes: {} } as const,
      ...questions.map((plan): AddQuestion => {
        const { id: questionId, text, isRequired } = plan
        return { type: 'AddQuestion', questionnaireId, question: { id: questionId, text: text[language], form: formOf(plan, language), isRequired } }
      }),
    ]
  })

export const wavesOf = (
  { questionnaires = [] }: Template,
  { consultationId }: Instance,
  phases: ReadonlyArray<Phase>,
): ReadonlyArray<OpenQuestionnaire | OpenWave> =>
  questionnaires.flatMap(({ id, phase }) => {
    const questionnaireId = partOf(consultationId, id)
    const { opensAt, closesAt } = phaseOf(phases, phase)
    return [
      { type: 'OpenQuestionnaire', questionnaireId, at: opensAt } as const,
      { type: 'OpenWave', questionnaireId, wave: opensAt.slice(0, 7), opensAt, closesAt, at: opensAt } as const,
    ]
  })

const plannedOf = (plan: PollPlan, { consultationId, language = 'fr' }: Instance, { id: phase, opensAt, closesAt }: Phase): PlannedPoll => {
  const { form: type, mostPoints, rule, parameters = {}, each, electors, options } = plan
  return {
    pollId: partOf(consultationId, plan.id),
    consultationId,
    question: plan.question[language],
    form: { type, ...(mostPoints === undefined ? {} : { mostPoints }) },
    rule: { id: rule, parameters },
    phase,
    opensAt,
    closesAt,
    ...(each === undefined ? {} : { each: each[language] }),
    ...(electors === undefined ? {} : { electors: electors[language] }),
    ...(options === undefined ? {} : { options: options.map((option) => option[language]) }),
  }
}

export const pollsOf = ({ polls = [] }: Template, instance: Instance, phases: ReadonlyArray<Phase>): ReadonlyArray<PlannedPoll> =>
  polls.map((plan) => plannedOf(plan, instance, phaseOf(phases, plan.phase)))
