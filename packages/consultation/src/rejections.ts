import type { Instant } from '@isegoria/kernel'
import type { ConsultationState } from './state.ts'

type Status = ConsultationState['status']

export type ConsultationRejection =
  | { readonly type: 'ConsultationAlreadyDrafted' }
  | { readonly type: 'ConsultationNotInStage'; readonly needs: Status; readonly status: Status }
  | { readonly type: 'CalendarEndsBeforeItStarts'; readonly opensAt: Instant; readonly closesAt: Instant }
  | { readonly type: 'ConsultationNotYetDue'; readonly opensAt: Instant; readonly at: Instant }
  | { readonly type: 'ConsultationStillRunning'; readonly closesAt: Instant; readonly at: Instant }
