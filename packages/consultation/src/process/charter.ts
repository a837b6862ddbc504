import * as t from 'io-ts'
import { DutyKind, LegalProfile, Requirement } from '../profiles/legal-profile.ts'
import { CitizenRole, PlaceOfCitizens, Purpose } from './purpose.ts'

/** What a charter says, before and after an amendment alike. */
export const charterWords = {
  question: t.string,
  purpose: Purpose,
  citizenRole: CitizenRole,
  placeOfCitizens: PlaceOfCitizens,
  commitment: t.string,
}

/**
 * What a charter may bind its authority to. `legalProfile` is the whole of the profile as it stood at publication, so that what was
 * decided by it can be decided again when the law has changed; `requires` and `duties` are added to those of the profile.
 */
export const charterBonds = {
  languages: t.readonlyArray(t.string),
  legalProfile: LegalProfile,
  requires: t.readonlyArray(Requirement),
  duties: t.readonlyArray(DutyKind),
}

/** What the public may hold its authority to: why it is asked, what it is asked to be, what its answer is worth. */
export interface Charter {
  readonly version: number
  readonly question: string
  readonly purpose: Purpose
  readonly citizenRole: CitizenRole
  readonly placeOfCitizens: PlaceOfCitizens
  readonly commitment: string
  readonly languages?: ReadonlyArray<string>
  readonly legalProfile?: LegalProfile
  readonly requires?: ReadonlyArray<Requirement>
  readonly duties?: ReadonlyArray<DutyKind>
}
