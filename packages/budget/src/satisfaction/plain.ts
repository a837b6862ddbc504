import type { Satisfaction } from './satisfaction.ts'

/** One for each project, whatever it costs. */
export const cardinality: Satisfaction = { name: 'cardinality', meaning: 'one', reads: 'marks', isInCost: false }

/** What the project costs: per cost, that is the number of supporters. */
export const cost: Satisfaction = { name: 'cost', meaning: 'its cost, so that votes decide', reads: 'marks', isInCost: true }

/** The points that the ballot gives. */
export const additive: Satisfaction = { name: 'additive', meaning: 'its points', reads: 'points', isInCost: false }

/** The points that the ballot gives, times the cost: per cost, that is the sum of points. */
export const score: Satisfaction = { name: 'score', meaning: 'its points times its cost, so that points decide', reads: 'points', isInCost: true }

/** The number of projects below it on a full ranking: one less than the points of its place. */
export const borda: Satisfaction = { name: 'borda', meaning: 'the number of places below its own', reads: 'places', isInCost: false }
