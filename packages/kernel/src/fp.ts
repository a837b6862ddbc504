/**
 * The one doorway to fp-ts: every other file imports its modules from here.
 *
 * Named modules of the package's root run in Node's ESM, type-check under NodeNext and still tree-shake; deep paths
 * such as `fp-ts/Either` crash in Node's ESM.
 */
export { either as E, taskEither as TE } from 'fp-ts'
export type Either<Left, Right> = import('fp-ts').either.Either<Left, Right>
export type TaskEither<Left, Right> = import('fp-ts').taskEither.TaskEither<Left, Right>
