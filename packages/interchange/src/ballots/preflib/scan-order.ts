import { Fault, quoted } from '../../fault.ts'
import type { Order } from '../order.ts'

const [space, tab, comma, zero, nine, open, close] = [32, 9, 44, 48, 57, 123, 125]

/**
 * Reads `3,1,{2,4}` from place `from` of a line into `order`, one character after another. `placeOf` gives the place of
 * an alternative's number among the options. Spaces do not matter, nor does a comma at the end.
 *
 * Errors: throws `Fault` for what is no order, a number that is no alternative, and one that stands twice.
 */
export const scanOrder = (text: string, from: number, line: number, order: Order, placeOf: ReadonlyMap<number, number>): void => {
  const fault = (reason: string): Fault => new Fault(line, 'order', reason)
  let isTierOpen = false
  let isItemDue = true
  order.start()
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === space || code === tab) continue
    if (code >= zero && code <= nine) {
      if (!isItemDue) throw fault(`a comma is missing before ${quoted(text.slice(at))}`)
      let number = code - zero
      const first = at
      for (let next = text.charCodeAt(at + 1); next >= zero && next <= nine; next = text.charCodeAt(at + 1)) {
        number = number * 10 + next - zero
        at++
      }
      const place = placeOf.get(number)
      if (place === undefined) throw fault(`${quoted(text.slice(first, at + 1))} is no alternative`)
      if (!order.add(place)) throw fault(`alternative ${number} stands twice`)
      if (!isTierOpen) order.endTier()
      isItemDue = false
    } else if (code === comma) {
      if (isItemDue) throw fault(`a number is missing before ${quoted(text.slice(at))}`)
      isItemDue = true
    } else if (code === open) {
      if (isTierOpen) throw fault('a tier is opened within a tier')
      if (!isItemDue) throw fault(`a comma is missing before ${quoted(text.slice(at))}`)
      isTierOpen = true
    } else if (code === close) {
      if (!isTierOpen) throw fault('a tier is closed with } that was not opened with {')
      order.endTier()
      isTierOpen = false
      isItemDue = false
    } else throw fault(`${quoted(text.slice(at, at + 1))} is no part of an order`)
  }
  if (isTierOpen) throw fault('a tier is opened with { and not closed')
}
