export { add, compare, divide, floor, formatRatio, multiply, ratio, subtract, zero } from './ratio.ts'
export type { Ratio } from './ratio.ts'
export { formatMoney, parseMoney, tenTo, withDecimals } from './money.ts'
export type { Money } from './money.ts'
