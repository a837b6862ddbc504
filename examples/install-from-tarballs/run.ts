import { execFile } from 'node:child_process'

/** What a command left behind. */
export interface Ran {
  readonly code: number | string
  readonly out: string
  readonly error: string
}

/** Runs a command in a folder to its end. A code that is a text, such as `ENOENT`, says why it could not start. */
export const run = (folder: string, env: NodeJS.ProcessEnv, command: string, ...args: ReadonlyArray<string>): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env, maxBuffer: 2 ** 26 }, (failure, out, error) => {
      resolve({ code: failure === null ? 0 : (failure.code ?? failure.signal ?? 'killed'), out, error })
    })
  })

/** The same, for a command that has to succeed. Errors: throws with all that it wrote. */
export const mustRun = async (folder: string, env: NodeJS.ProcessEnv, command: string, ...args: ReadonlyArray<string>): Promise<string> => {
  const { code, out, error } = await run(folder, env, command, ...args)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${code}\n${out}${error}`)
  return out
}
