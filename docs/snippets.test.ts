import { describe, expect, it } from 'vitest'
import { checkSnippets } from './snippets/check.ts'
import { collectSnippets } from './snippets/collect.ts'
import { snippetsOfPage } from './snippets/of-page.ts'
import { snippetsOfSource } from './snippets/of-source.ts'
import { describeFault, isWithin, placeOf } from './snippets/snippet.ts'
import type { Snippet } from './snippets/snippet.ts'

const snippets = collectSnippets()
const { faults, tests } = await checkSnippets(snippets, 'snippets')

const faultsWithin = (snippet: Snippet): ReadonlyArray<string> => faults.filter((fault) => isWithin(fault, snippet)).map(describeFault)

describe('every snippet of pages and docblocks compiles and runs', () => {
  it.each(snippets.map((snippet) => ({ place: placeOf(snippet), snippet })))('$place', ({ snippet }) => {
    expect(faultsWithin(snippet)).toStrictEqual([])
  })
  it('and no fault lies outside all of them', () => {
    expect(faults.filter((fault) => !snippets.some((snippet) => isWithin(fault, snippet))).map(describeFault)).toStrictEqual([])
  })
})

for (const { path, snippet } of tests) {
  describe(placeOf(snippet), async () => {
    const thrown: unknown = await import(/* @vite-ignore */ path).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    it('ran to its end', () => {
      expect(thrown).toBeUndefined()
    })
  })
}

const wrong = [
  '# A page',
  '```ts',
  "import { ratio } from '@isegoria/exact'",
  '',
  'ratio(2n, 4n) // => { numerator: 1n, denominator: 3n }',
  'const half = ratio(1n, 2n)',
  'half.numerator // => 1n',
  '```',
  '```ts',
  "const count: number = 'three'",
  'count.toFixed() // => 3',
  '```',
  '```ts',
  "import { ratio } from '@isegoria/exact'",
  'const none = ratio(1n, 0n)',
  'none',
  '```',
  '```ts',
  'const list = [',
  '  1, // => 1',
  ']',
  'list',
  '```',
  '```text',
  'whatever',
  '```',
  '```console',
  '$ isegoria rules --family voting',
  'no such table',
  '$ isegoria rules --family nonsense',
  '…',
  '$ rm -r everything',
  '```',
  '```ts',
  "process.stdout.write('one')",
  '```',
  'prints',
  '```text',
  'two',
  '```',
].join('\n')
const wrongSource = [
  '/** One.',
  ' *',
  ' * @example ratio(1n, 2n) // => { numerator: 1n, denominator: 2n }',
  ' * @example',
  ' * nowhere(1)',
  ' */',
].join('\n')

describe('a wrong snippet', () => {
  it('is named by file and line, with the reason', async () => {
    const given = [...snippetsOfPage('wrong.md', wrong), ...snippetsOfSource('packages/exact/src/ratio.ts', wrongSource)]
    const found = (await checkSnippets(given, 'wrong')).faults.map((fault) => describeFault(fault).split('\n')[0])
    expect(found.toSorted()).toStrictEqual([
      "packages/exact/src/ratio.ts:5: Cannot find name 'nowhere'.",
      'packages/exact/src/ratio.ts:5: ReferenceError: nowhere is not defined',
      "wrong.md:10: Type 'string' is not assignable to type 'number'.",
      'wrong.md:11: TypeError: count.toFixed is not a function',
      'wrong.md:15: RangeError: a fraction has no zero denominator',
      'wrong.md:20: a value is expected, but no expression ends here',
      'wrong.md:28: not what is printed',
      "wrong.md:30: ends with exit code 2, and no 'echo $?' says so",
      "wrong.md:32: 'rm -r everything' is no command that a page can show here; fence it as text",
      'wrong.md:35: not what is printed',
      'wrong.md:5: not the value that is written',
    ])
  })
})
