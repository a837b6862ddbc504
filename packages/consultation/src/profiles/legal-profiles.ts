import {
  concertation,
  concertationWithGuarantor,
  participationByPublication,
  publicDebate,
  publicInquiry,
  publicInquiryWithoutAssessment,
} from './environment.ts'
import type { LegalProfile } from './legal-profile.ts'
import { consultationInsteadOfCommission, openConsultation } from './open-consultations.ts'
import { assemblyByLot, participatoryBudget, plainSurvey } from './own-rules.ts'
import { localReferendum, votersConsultation } from './votes.ts'

/**
 * The procedures of French law that are known here, as dated data: never legal advice. Each figure says whether it was read in a source
 * or is still to be checked (`standing`), and each profile what it cannot see (`beyond`). A charter keeps the profile as it stood.
 *
 * @example legalProfiles.filter(({ requires }) => requires.some(({ of }) => of === 'guarantor')).map(({ id }) => id) // => ['prior-concertation-with-guarantor']
 */
export const legalProfiles: ReadonlyArray<LegalProfile> = [
  openConsultation,
  consultationInsteadOfCommission,
  concertation,
  concertationWithGuarantor,
  publicDebate,
  publicInquiry,
  publicInquiryWithoutAssessment,
  participationByPublication,
  localReferendum,
  votersConsultation,
  participatoryBudget,
  assemblyByLot,
  plainSurvey,
]
