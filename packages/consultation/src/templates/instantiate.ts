import type { Instant } from '@isegoria/kernel'
import { legalProfiles } from '../profiles/legal-profiles.ts'
import type { LegalProfile } from '../profiles/legal-profile.ts'
import type { Phase } from '../process/calendar.ts'
import type { ConsultationCommand, PublishCharter } from '../process/commands.ts'
import type { Lack } from '../process/lack.ts'
import { lacksOfRequirement } from '../process/preparation.ts'
import type { Prepared } from '../process/preparation.ts'
import { daysAfter } from './days-after.ts'
import type { Instance, Opening } from './instance.ts'
import { meetingsOf, pollsOf, questionnairesOf, wavesOf } from './plans.ts'
import type { Template } from './template.ts'

/** The legal profile of a template. Errors: throws `RangeError` for an id that no profile has. */
const profileOf = ({ legalProfile: id }: Template): LegalProfile | undefined => {
  const found = legalProfiles.find((profile) => profile.id === id)
  if (id !== undefined && found === undefined) throw new RangeError(`no legal profile '${id}'`)
  return found
}

const charterOf = (template: Template, instance: Instance, profile: LegalProfile | undefined): PublishCharter => {
  const { purpose, citizenRole, placeOfCitizens, requires, duties } = template
  const { consultationId, language = 'fr' } = instance
  return {
    type: 'PublishCharter',
    consultationId,
    question: instance.question ?? template.question[language],
    purpose,
    citizenRole,
    placeOfCitizens,
    commitment: instance.commitment ?? template.commitment[language],
    languages: [language],
    ...(profile === undefined ? {} : { legalProfile: profile }),
    ...(requires === undefined ? {} : { requires }),
    ...(duties === undefined ? {} : { duties }),
  }
}

const preparedOf = ({ departments }: Template, { language = 'fr', officers = {}, information }: Instance): Prepared => ({
  departments: departments.map(({ department, stages }) => ({ department: department[language], stages })),
  officers: (['guarantor', 'commissioner'] as const).flatMap((office) => {
    const officer = officers[office]
    return officer === undefined ? [] : [{ office, officer }]
  }),
  information: information === undefined ? [] : [information.contentHash],
})

const preparationsOf = ({ consultationId, information }: Instance, { departments, officers }: Prepared): ReadonlyArray<ConsultationCommand> => {
  const file = information === undefined ? [] : [information]
  return [
    ...departments.map((one): ConsultationCommand => ({ type: 'EngageDepartment', consultationId, ...one })),
    ...officers.map((one): ConsultationCommand => ({ type: 'NameOfficer', consultationId, ...one })),
    ...file.map(({ publishedAt: at, ...content }): ConsultationCommand => ({ type: 'PublishInformation', consultationId, ...content, at })),
  ]
}

const lacksOf = ({ requires = [], officers = [] }: Template, profile: LegalProfile | undefined, prepared: Prepared): ReadonlyArray<Lack> => {
  const legal = profile?.requires ?? []
  const own = [...requires, ...officers].filter((of, place, all) => all.indexOf(of) === place && legal.every((need) => need.of !== of))
  return [...legal, ...own.map((of) => ({ of, rule: 'R16' }))].flatMap(({ of, rule }) => lacksOfRequirement(of, rule, prepared))
}

/** The phases of a template that opens at `opensAt`, in the order of their opening. */
const phasesOf = ({ phases }: Template, { opensAt, language = 'fr' }: Instance): ReadonlyArray<Phase> =>
  phases.map(({ id, title, capabilities, opensOn, lasts }) => ({
    id,
    title: title[language],
    capabilities,
    opensAt: daysAfter(opensAt, opensOn),
    closesAt: daysAfter(opensAt, opensOn + lasts),
  }))

/**
 * A template at one place and time, as commands: what a consultation needs until it is scheduled, and what opens it.
 *
 * Errors: throws `RangeError` for a template with a legal profile that is unknown, or with a phase that it does not have.
 * @example
 * import { instant } from '@isegoria/kernel'
 *
 * const [plain] = templates.filter(({ id }) => id === 'plain-consultation')
 * const one = { consultationId: 'place-du-marche', convenor: 'Ville d’Aubel', opensAt: instant('2027-01-15T08:00:00Z') }
 * const prepared = plain && instantiate(plain, one)
 * prepared?.commands.map(({ type }) => type) // => ['DraftConsultation', 'PublishCharter', 'EngageDepartment', 'EngageDepartment', 'SetPhases']
 * prepared?.lacks.map(({ missing }) => missing) // => ['information']
 */
export const instantiate = (template: Template, instance: Instance): Opening => {
  const { consultationId, convenor, opensAt, language = 'fr', title = template.title[language], previous } = instance
  const profile = profileOf(template)
  const prepared = preparedOf(template, instance)
  const phases = phasesOf(template, instance)
  const announcedAt: Instant = instance.announcedAt ?? daysAfter(opensAt, -template.noticeDays)
  const linked = previous === undefined ? [] : [{ type: 'LinkRound', consultationId, previous } as const]
  return {
    commands: [
      { type: 'DraftConsultation', consultationId, title, convenor },
      ...linked,
      charterOf(template, instance, profile),
      ...preparationsOf(instance, prepared),
      { type: 'SetPhases', consultationId, phases, announcedAt },
    ],
    meetings: meetingsOf(template, instance, announcedAt),
    questionnaires: questionnairesOf(template, instance),
    polls: pollsOf(template, instance, phases),
    opening: { type: 'OpenConsultation', consultationId, at: opensAt },
    waves: wavesOf(template, instance, phases),
    lacks: lacksOf(template, profile, prepared),
  }
}
