/** The example of a package's README: its TypeScript block, what it is said to print, and the packages one is told to install for it. */
export interface ReadmeExample {
  readonly code: string
  /** Absent where the README shows no output. */
  readonly prints?: string
  readonly install: ReadonlyArray<string>
  readonly imports: ReadonlyArray<string>
}

const block = (readme: string, language: string): string | undefined => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1]

/** Errors: throws for a README without a TypeScript block or an installation. */
export const readmeExample = (readme: string): ReadmeExample => {
  const [code, prints, installation] = [block(readme, 'ts'), block(readme, 'text'), /^npm install (.*)$/m.exec(readme)?.[1]]
  if (code === undefined || installation === undefined) throw new Error('a README has an example and says how to install what it needs')
  const imports = [...code.matchAll(/ from '([^']+)'/g)].flatMap(([, name]) => (name === undefined || name.startsWith('node:') ? [] : [name]))
  return { code, ...(prints === undefined ? {} : { prints }), install: installation.split(' '), imports }
}
