/**
 * What a rule may promise of its outcomes; `@isegoria/testing` has each as a law that answers with a counterexample.
 *
 * - `anonymity`: the outcome does not depend on who cast which ballot, nor on their order.
 * - `neutrality`: options renamed are options renamed in the outcome.
 * - `determinism`: counted twice, byte for byte the same.
 * - `merge`: ballots counted in parts and merged give the outcome of all at once.
 * - `pareto`: what everybody ranks above another does not come below it.
 * - `majority`: whom more than half of the voters rank first wins alone.
 * - `condorcet-consistency`: who beats every other in a pair wins alone.
 * - `condorcet-loser`: who loses to every other in a pair does not win.
 * - `smith`: winners come from the smallest set whose members beat all outside it.
 * - `monotonicity`: a winner that a voter ranks higher, all else equal, still wins.
 * - `participation`: nobody is better off by not having voted.
 * - `consistency`: who wins in two separate electorates wins in both together, and nobody else.
 * - `clone-independence`: an option that always stands beside another changes neither whether that pair nor who else wins.
 * - `jr`, `pjr`, `ejr`: justified representation of cohesive groups of approvers, plain, proportional and extended.
 * - `psc`: a solid coalition, voters who put the same options above all others, gets a seat for each Droop quota.
 * - `proportionality`: within a budget, a group that agrees on projects gets what its share of the money could have bought.
 * - `house-monotonicity`: with one more seat nobody who was elected, and no party's seat, is lost.
 * - `quota`: each party gets its exact share rounded down or up.
 */
export type Axiom =
  | 'anonymity'
  | 'neutrality'
  | 'determinism'
  | 'merge'
  | 'pareto'
  | 'majority'
  | 'condorcet-consistency'
  | 'condorcet-loser'
  | 'smith'
  | 'monotonicity'
  | 'participation'
  | 'consistency'
  | 'clone-independence'
  | 'jr'
  | 'pjr'
  | 'ejr'
  | 'psc'
  | 'proportionality'
  | 'house-monotonicity'
  | 'quota'
