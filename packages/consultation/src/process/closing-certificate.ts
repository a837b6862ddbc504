import * as t from 'io-ts'
import { Count } from '@isegoria/kernel'

/**
 * What a closing relied upon: that up to one position of the log, `covered` of `total` admissible contributions have a published answer or
 * exemption; `hash` is that of the certificate they were counted for. Counted over other streams, so that anybody can count it again.
 */
export const ClosingCertificate = t.strict({ logPosition: Count, total: Count, covered: Count, hash: t.string }, 'ClosingCertificate')
export interface ClosingCertificate extends Readonly<t.TypeOf<typeof ClosingCertificate>> {}
