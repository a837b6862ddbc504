import { legalProfiles } from '@isegoria/consultation'
import type { Language, Template } from '@isegoria/consultation'
import { onOneLine, textTable } from '@isegoria/report'
import { wrapped } from './describe-rule.ts'
import { inWords } from './plan-words.ts'
import { calendarOf, dutiesOf } from './plan.ts'
import type { Plan } from './plan.ts'

const labels = {
  fr: {
    question: 'question',
    commitment: 'engagement',
    procedure: 'procédure',
    none: 'aucune procédure particulière',
    told: 'annoncée',
    poll: 'vote',
    survey: 'enquête',
    meetings: 'réunions',
    phase: 'phase',
    from: 'du',
    to: 'au',
    allows: 'permet',
    department: 'direction',
    stages: 'étapes',
    every: 'toutes',
    duty: 'dû',
    by: 'par',
    rule: 'règle',
    own: 'charte',
    missing: 'manque avant l’ouverture',
    nothing: 'rien ne manque',
    each: 'pour',
    byRule: 'règle',
  },
  en: {
    question: 'question',
    commitment: 'commitment',
    procedure: 'procedure',
    none: 'no particular procedure',
    told: 'announced',
    poll: 'vote',
    survey: 'survey',
    meetings: 'meetings',
    phase: 'phase',
    from: 'from',
    to: 'to',
    allows: 'allows',
    department: 'department',
    stages: 'stages',
    every: 'all',
    duty: 'owed',
    by: 'by',
    rule: 'rule',
    own: 'charter',
    missing: 'missing before the opening',
    nothing: 'nothing is missing',
    each: 'for',
    byRule: 'rule',
  },
} as const

const day = (time: string): string => time.slice(0, 10)
const width = 13

const factsOf = (plan: Plan, language: Language): ReadonlyArray<string> => {
  const { template, opening } = plan
  const label = labels[language]
  const { announcedAt, phases } = calendarOf(plan)
  const profile = legalProfiles.find(({ id }) => id === template.legalProfile)
  const charter = opening.commands.flatMap((command) => (command.type === 'PublishCharter' ? [command] : []))
  const [first, last] = [opening.meetings[0], opening.meetings.at(-1)]
  const surveys = (template.questionnaires ?? []).map(({ title, questions }): [string, string] => [
    label.survey,
    `${title[language]} (${questions.length} questions)`,
  ])
  const facts: ReadonlyArray<readonly [string, string]> = [
    ...charter.flatMap(({ question, commitment }): Array<[string, string]> => [
      [label.question, question],
      [label.commitment, commitment],
    ]),
    [label.procedure, profile === undefined ? label.none : `${profile.title[language]} (${profile.source})`],
    [label.told, day(announcedAt ?? phases[0]?.opensAt ?? '')],
    ...opening.polls.map(({ question, form, rule, each }): [string, string] => [
      label.poll,
      `${question} (${form.type}, ${label.byRule} ${rule.id}${each === undefined ? '' : `, ${label.each} ${each}`})`,
    ]),
    ...surveys,
    ...(first === undefined || last === undefined
      ? []
      : [[label.meetings, `${opening.meetings.length}, ${day(first.startsAt)} … ${day(last.startsAt)}`] as const]),
  ]
  return facts.flatMap(([name, text]) => wrapped(name, width, text))
}

const departmentsOf = ({ template }: Plan, language: Language): string => {
  const { department, stages, every } = labels[language]
  return textTable([
    [department, stages],
    ...template.departments.map((one) => [one.department[language], one.stages.length === 6 ? every : one.stages.join(', ')]),
  ])
}

/** A plan as a person reads it on a terminal: what is asked, when, who works on it, what will be owed, what is missing. */
export const describePlan = (plan: Plan): string => {
  const { template, instance, opening } = plan
  const { language = 'fr' } = instance
  const label = labels[language]
  const { phases } = calendarOf(plan)
  const word = (name: string): string => inWords(name, language)
  const lacks = opening.lacks.map(({ missing, rule }) => `${word(missing)} (${rule})`)
  return [
    onOneLine(`${instance.title ?? template.title[language]} (${instance.consultationId})`),
    factsOf(plan, language).join('\n'),
    textTable([
      [label.phase, label.from, label.to, label.allows],
      ...phases.map(({ id, opensAt, closesAt, capabilities }) => [id, day(opensAt), day(closesAt), capabilities.map(word).join(', ')]),
    ]),
    departmentsOf(plan, language),
    textTable([[label.duty, label.by, label.rule], ...dutiesOf(template).map(({ of, by, rule }) => [word(of), word(by), rule ?? label.own])]),
    template.roles.flatMap(({ role, expects }) => wrapped(role[language], 28, expects[language])).join('\n'),
    lacks.length === 0 ? label.nothing : wrapped(`${label.missing}:`, label.missing.length + 2, lacks.join(', ')).join('\n'),
  ].join('\n\n')
}

/** All templates, one on each line. */
export const templateTable = (templates: ReadonlyArray<Template>, language: Language): string =>
  [
    textTable([
      ['template', 'title', 'purpose', 'procedure'],
      ...templates.map(({ id, title, purpose, legalProfile }) => [id, title[language], purpose, legalProfile ?? '']),
    ]),
    '`isegoria new <template>` plans one, with its phases, duties and what is missing',
  ].join('\n')
