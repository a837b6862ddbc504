const packages = {
  exact: [],
  kernel: [],
  election: ['exact', 'kernel'],
  credential: ['kernel'],
  consultation: ['exact', 'kernel', 'election'],
  voting: ['exact', 'kernel', 'election'],
  budget: ['exact', 'kernel', 'election'],
  engine: ['kernel'],
  'store-memory': ['kernel', 'engine'],
  'store-sqlite': ['kernel', 'engine'],
  testing: ['exact', 'kernel', 'election', 'engine'],
  deliberation: ['exact', 'kernel', 'election', 'consultation', 'voting', 'budget', 'engine'],
  interchange: ['exact', 'kernel', 'election'],
  report: ['exact', 'kernel', 'election'],
  cli: ['exact', 'kernel', 'election', 'consultation', 'voting', 'budget', 'engine', 'store-memory', 'store-sqlite', 'deliberation', 'interchange', 'report'],
}

/** Tests, and what only tests import. */
const forTests = '\\.(test|fixture|oracle)\\.ts$'

/** One rule a package: it reaches itself and the named packages below it, nothing beside or above. Tests may reach `testing` too. */
const layer = ([name, below]) => ({
  name: `${name}-imports-only-down`,
  comment: `${name} may import ${below.length === 0 ? 'no package of the house' : below.join(', ')}`,
  severity: 'error',
  from: { path: `^packages/${name}/src/`, pathNot: forTests },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...below].join('|')})/` },
})

module.exports = {
  forbidden: [
    ...Object.entries(packages).map(layer),
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'only-tests-import-tests',
      comment: 'a fixture or an oracle may reach any package, so nothing that is shipped may reach it',
      severity: 'error',
      from: { path: '^packages/', pathNot: forTests },
      to: { path: forTests },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'fp-ts-through-the-doorway', severity: 'error', from: { path: '^packages/', pathNot: '^packages/kernel/src/fp\\.ts$' }, to: { path: 'node_modules/fp-ts/' } },
    {
      name: 'codecs-at-the-edge',
      comment: 'state, decide and evolve are plain TypeScript',
      severity: 'error',
      from: { path: '/(state|decide|evolve)\\.ts$' },
      to: { path: 'node_modules/io-ts/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@isegoria/source', 'import', 'types', 'node', 'default'], extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts'] },
  },
}
