import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Labels } from './labels.ts'

/** The languages that labels are written in. */
export type Language = 'en' | 'fr'

/** Every language that there are labels in. */
export const languages: ReadonlyArray<Language> = ['en', 'fr']

const all: Readonly<Record<Language, Labels>> = { en, fr }

/**
 * The labels of one language.
 *
 * @example
 * labelsIn('fr').events.BallotBoxSealed // => 'Urne scellée'
 * labelsIn('fr').statuses.consultation.Open // => 'ouverte'
 * labelsIn('en').rejections.VoterAlreadyMarked // => 'This person has already voted.'
 */
export const labelsIn = (language: Language): Labels => all[language]
