/** A parameter with a few values, the first of which is the default. */
interface OneOf {
  readonly values: readonly [string, ...ReadonlyArray<string>]
}

/** A parameter that is a whole number, written in decimal digits. */
interface WholeNumberFrom {
  readonly least: number
  readonly most: number
  readonly default: number
}

/** A parameter that is a chain of steps joined by `+`, each of which stands once: `lowest-cost+lot`. */
interface Chain {
  readonly steps: readonly [string, ...ReadonlyArray<string>]
  readonly default: string
}

/** One parameter of a rule: its name, what it means, and which texts are values of it. */
export type ParameterDescription = { readonly name: string; readonly meaning: string } & (OneOf | WholeNumberFrom | Chain)

/** The value that a parameter has when none is given. */
export const defaultOf = (parameter: ParameterDescription): string => ('values' in parameter ? parameter.values[0] : `${parameter.default}`)

/**
 * The values of a parameter as one writes them in a list: every value, a range, or the steps of a chain.
 *
 * @example
 * allowedOf({ name: 'decimals', meaning: 'digits kept', least: 1, most: 30, default: 9 }) // => ['a whole number from 1 to 30']
 */
export const allowedOf = (parameter: ParameterDescription): ReadonlyArray<string> => {
  if ('values' in parameter) return parameter.values
  if ('steps' in parameter) return [`a chain of ${parameter.steps.join(', ')}`]
  return [`a whole number from ${parameter.least} to ${parameter.most}`]
}

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one !== '')

/**
 * What is wrong with a description, in words; `undefined` for a sound one. It may come from where there are no types.
 */
export const faultOfParameter = (described: unknown): string | undefined => {
  if (typeof described !== 'object' || described === null) return `'${String(described)}' is no description of a parameter`
  const { name, meaning, values, steps, least, most, default: usual }: Readonly<Record<string, unknown>> = { ...described }
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name)) return `'${String(name)}' is no name of a parameter`
  if (typeof meaning !== 'string') return `the meaning of '${name}' is no text`
  if (values !== undefined) return areTexts(values) ? undefined : `the values of '${name}' are no list of texts`
  if (steps !== undefined) {
    if (!areTexts(steps)) return `the steps of '${name}' are no list of texts`
    return typeof usual === 'string' ? undefined : `the default of '${name}' is no text`
  }
  const numbers = [least, most, usual]
  return numbers.every(Number.isSafeInteger) ? undefined : `'${name}' has neither values nor steps, nor whole numbers as least, most and default`
}

/** Whether `value` is a value of the parameter. A number has one text: no sign, no leading zero. */
export const isValueOf = (parameter: ParameterDescription, value: string): boolean => {
  if ('values' in parameter) return parameter.values.includes(value)
  if ('steps' in parameter) {
    const steps = value.split('+')
    return new Set(steps).size === steps.length && steps.every((step) => parameter.steps.includes(step))
  }
  return /^(0|[1-9]\d{0,14})$/.test(value) && Number(value) >= parameter.least && Number(value) <= parameter.most
}
