import type { DepartmentPlan, PhasePlan, RolePlan } from './template.ts'
import type { Words } from './words.ts'

const everyStage = ['design', 'collection', 'synthesis', 'decision', 'return', 'follow-up'] as const

/** A department that has its part in every stage, from design to follow-up. */
export const throughout = (fr: string, en: string): DepartmentPlan => ({ department: { fr, en }, stages: everyStage })

export const participation: DepartmentPlan = throughout('Participation citoyenne', 'Citizen participation')

export const expecting = (role: Words, fr: string, en: string): RolePlan => ({ role, expects: { fr, en } })

export const convenor: Words = { fr: 'Organisateur', en: 'Convenor' }
export const authority: Words = { fr: 'Autorité décisionnaire', en: 'Deciding authority' }
export const departments: Words = { fr: 'Directions métiers', en: 'Departments' }
export const citizens: Words = { fr: 'Citoyens', en: 'Citizens' }

/** Synthesis, answers and decision, once everything is in. */
export const processing = (opensOn: number, lasts: number): PhasePlan => ({
  id: 'synthese-et-decision',
  title: { fr: 'Synthèse, réponses et décision', en: 'Synthesis, answers and decision' },
  capabilities: ['inform', 'synthesise', 'answer', 'decide'],
  opensOn,
  lasts,
})

/** Following up what was promised; it goes on after the closing. */
export const followUp = (opensOn: number, lasts = 365): PhasePlan => ({
  id: 'suivi',
  title: { fr: 'Suivi des engagements', en: 'Following up the commitments' },
  capabilities: ['follow-up'],
  opensOn,
  lasts,
})
