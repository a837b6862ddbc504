import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { unpack } from '@publint/pack'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readmeExample } from './readme-example.ts'
import { mustRun } from './run.ts'

const tarballs = inject('tarballs').map((path) => ({ name: basename(path), path }))

it('there is a tarball of every package', () => {
  expect(tarballs.length).toBeGreaterThan(13)
})

describe.each(tarballs)('$name', ({ path }) => {
  let files: Awaited<ReturnType<typeof unpack>>['files'] = []
  const textOf = (name: string): string => new TextDecoder().decode(files.find((file) => file.name === `package/${name}`)?.data)

  beforeAll(async () => {
    ;({ files } = await unpack(readFileSync(path)))
  })

  it('holds the built files, their types, a README and the licence, and nothing else', () => {
    const names = files.map(({ name }) => name.replace('package/', ''))
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']))
    const built = /^dist\/[\w/-]+(\.js|\.d\.ts)$/
    expect(names.filter((name) => !['LICENSE', 'README.md', 'package.json'].includes(name) && !built.test(name))).toStrictEqual([])
    expect(textOf('LICENSE')).toContain('MIT License')
  })
  it('has a manifest that knows nothing of the workspace', () => {
    const text = textOf('package.json')
    const manifest: unknown = JSON.parse(text)
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/./),
      keywords: expect.arrayContaining(['isegoria']),
      license: 'MIT',
      type: 'module',
      sideEffects: false,
      engines: { node: '>=22.13' },
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    })
    expect(text).not.toMatch(/@isegoria\/source|workspace:|\.\/src/)
  })
  it('names in its README all that its example needs', () => {
    const { imports, install } = readmeExample(textOf('README.md'))
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter((name) => !install.includes(name))).toStrictEqual([])
  })
  it('satisfies publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: 'package', pack: { files } })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toStrictEqual([])
  })
  it('has types that are not wrong', async () => {
    await mustRun(import.meta.dirname, process.env, 'attw', path, '--profile', 'esm-only', '--format', 'ascii')
  })
})
