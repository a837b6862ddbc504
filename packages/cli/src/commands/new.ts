import { Command, InvalidArgumentError, Option } from 'commander'
import { legalProfiles, templates } from '@isegoria/consultation'
import type { Language, Template } from '@isegoria/consultation'
import { E, Instant, instant } from '@isegoria/kernel'
import { onOneLine } from '@isegoria/report'
import { describePlan, templateTable } from '../describe-plan.ts'
import { isFree, newLog } from '../new-log.ts'
import { calendarOf, dutiesOf, planOf } from '../plan.ts'
import type { Plan } from '../plan.ts'
import { storePlace } from '../store-place.ts'
import { CommandRefused, print } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { openLog } from './import.ts'

interface NewOptions {
  readonly title?: string
  readonly convenor?: string
  readonly opens?: Instant
  readonly consultation?: string
  readonly previous?: string
  readonly language: Language
  readonly store?: string
  readonly json?: boolean
}

const notEmpty = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.')
  return text
}

/** A day opens at eight in the morning, UTC. */
const timeOf = (text: string): Instant => {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T08:00:00Z` : text
  if (!Instant.is(whole)) throw new InvalidArgumentError('It is no day or instant, such as 2027-01-15.')
  return whole
}

/** Where nobody says when: in sixty days. */
const inSixtyDays = (): Instant => instant(`${new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)}T08:00:00Z`)

/** The templates of which a word begins as one of the name does. */
const nearTo = (name: string): ReadonlyArray<string> => {
  const starts = name.split('-').map((word) => word.slice(0, 3))
  return templates.flatMap(({ id }) => (id.split('-').some((word) => starts.includes(word.slice(0, 3))) ? [id] : []))
}

const templateNamed = (name: string): Template => {
  const found = templates.find(({ id }) => id === name)
  if (found !== undefined) return found
  const near = nearTo(name)
  const hint = near.length === 0 ? '`isegoria new` lists those that there are' : `is it ${near.join(' or ')}? \`isegoria new\` lists all`
  throw new CommandRefused(`no template '${name}'; ${hint}`)
}

/** What the document of `--json` says of a plan. */
const documentOf = (plan: Plan): object => {
  const { template, instance, opening } = plan
  const { consultationId: consultation, convenor, opensAt, title, language = 'fr' } = instance
  const { announcedAt, phases } = calendarOf(plan)
  const { purpose, citizenRole, placeOfCitizens } = template
  const profile = legalProfiles.find(({ id }) => id === template.legalProfile)
  const departments = template.departments.map(({ department, stages }) => ({ department: department[language], stages }))
  const roles = template.roles.map(({ role, expects }) => ({ role: role[language], expects: expects[language] }))
  const charter = { purpose, citizenRole, placeOfCitizens, ...(profile === undefined ? {} : { legalProfile: profile.id }) }
  const told = { title: title ?? template.title[language], convenor, language, opensAt, announcedAt, ...charter }
  const { polls, meetings, questionnaires, lacks } = opening
  return {
    template: template.id,
    consultation,
    ...told,
    phases,
    departments,
    duties: dutiesOf(template),
    roles,
    polls,
    meetings,
    questionnaires,
    lacks,
  }
}

/** Writes a plan into a log that does not exist yet, wholly or not at all; gives the number of events. */
const write = async ({ commits, instance }: Plan, log: string): Promise<number> => {
  const place = storePlace(log)
  if (!isFree(place)) throw new CommandRefused(`${log} exists; a new consultation begins a new log, and nothing was changed`)
  const grown = newLog(place, log)
  const store = openLog(grown.path, false, log)
  try {
    const written = await store.appendMany(commits)()
    if (E.isLeft(written)) throw new CommandRefused(`${log}: consultation '${instance.consultationId}' cannot be written: ${written.left.type}`)
    store.close()
    grown.finish()
    return written.right.events
  } catch (thrown) {
    store.close()
    grown.discard()
    throw thrown
  }
}

const planFor = (name: string, { title, convenor, opens, consultation, previous, language }: NewOptions): Plan => {
  const template = templateNamed(name)
  const opensAt = opens ?? inSixtyDays()
  const consultationId = consultation ?? `${template.id}-${opensAt.slice(0, 10)}`
  const named = convenor ?? (language === 'fr' ? 'organisateur' : 'convenor')
  const words = title === undefined ? {} : { title }
  const linked = previous === undefined ? {} : { previous }
  return planOf(template, { consultationId, convenor: named, opensAt, language, ...words, ...linked }, new Date().toISOString())
}

/** `isegoria new`: the templates, or one of them planned for a day, or written down as the beginning of a log. */
export const newCommand = (terminal: Terminal): Command =>
  new Command('new')
    .description('the templates of consultations, or one planned for a day and written into a new log')
    .argument('[template]', 'the template to plan')
    .option('--title <text>', 'its title; that of the template unless given', notEmpty)
    .option('--convenor <name>', 'the body that holds it', notEmpty)
    .option('--opens <day or instant>', 'when it opens; in sixty days unless given', timeOf)
    .option('--consultation <id>', 'its id; made of the template and the day unless named', notEmpty)
    .option('--previous <id>', 'the consultation that it follows', notEmpty)
    .addOption(new Option('--language <language>', 'the language of its words').choices(['fr', 'en']).default('fr'))
    .option('--store <log.db>', 'writes it into a log that does not exist yet', notEmpty)
    .option('--json', 'one JSON document on stdout')
    .action(async (name: string | undefined, options: NewOptions) => {
      const { store: log, language, json = false } = options
      if (name === undefined) {
        if (log !== undefined) throw new CommandRefused('--store needs a template; `isegoria new` lists those that there are')
        print(terminal, json, { templates }, () => templateTable(templates, language))
        return
      }
      const plan = planFor(name, options)
      if (log === undefined) {
        print(terminal, json, documentOf(plan), () => describePlan(plan))
        return
      }
      const events = await write(plan, log)
      print(terminal, json, { ...documentOf(plan), events, store: log }, () =>
        onOneLine(`${events} events of consultation ${plan.instance.consultationId} are in ${log}`),
      )
    })
