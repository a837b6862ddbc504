import type { Axiom, Rule } from '@isegoria/election'

/** An election in which each of the rules breaks each of the axioms. */
interface Witness {
  readonly axioms: ReadonlyArray<Axiom>
  readonly rules: ReadonlyArray<string>
  /** As `electionOf` of `@isegoria/testing` reads it. */
  readonly election: string
}

/** Few elections for many rules. Most were found by `findCounterexample`; where one is from a paper, that is named. */
export const witnesses: ReadonlyArray<Witness> = [
  {
    axioms: ['condorcet-consistency', 'smith'],
    rules: ['expanding-approvals'],
    election: 'options: c a b; seats: 1; 3: a; 1: b > a; 1: c > a; 2: c > b',
  },
  {
    axioms: ['monotonicity', 'house-monotonicity'],
    rules: ['expanding-approvals'],
    election: 'options: c d b a; seats: 2; 2: b > d > a; 2: c > d > a; 1: d > a > b; 1: d > c > a',
  },
  {
    axioms: ['participation'],
    rules: ['expanding-approvals'],
    election: 'options: b a c d; seats: 1; 2: a > b; 1: a > c > d; 1: b > c; 2: d > b; 1: d > c; 1: rank',
  },
  { axioms: ['consistency'], rules: ['expanding-approvals'], election: 'options: a d b; seats: 1; 1: a; 2: b > a; 1: d > a' },
  { axioms: ['clone-independence'], rules: ['expanding-approvals'], election: 'options: c b a; seats: 1; 1: tiers a; 1: tiers b > c' },
  {
    axioms: ['neutrality', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith', 'participation', 'consistency'],
    rules: ['random-ballot'],
    election: 'options: a b; seed: law; 2: choose a; 1: choose b',
  },
  { axioms: ['monotonicity'], rules: ['random-ballot'], election: 'options: a b; seed: law; 1: {a}; 2: {b}; 4: {}' },
  {
    axioms: ['neutrality', 'majority', 'condorcet-consistency', 'condorcet-loser', 'smith', 'participation', 'consistency'],
    rules: ['random-serial-dictator'],
    election: 'options: a b; seats: 1; seed: law; 2: choose a; 1: choose b',
  },
  { axioms: ['monotonicity'], rules: ['random-serial-dictator'], election: 'options: b a; seats: 1; seed: law; 1: {a}; 2: {b}; 4: choose' },
  {
    axioms: ['jr', 'pjr', 'ejr', 'psc'],
    rules: ['random-serial-dictator'],
    election: 'options: c a b d; seats: 3; seed: law; 1: {a, b, c}; 2: choose a; 2: choose d',
  },
  { axioms: ['neutrality'], rules: ['greedy-monroe'], election: 'seats: 2; 1: {a, b}; 1: {b, c}' },
  { axioms: ['majority'], rules: ['anti-plurality', 'borda', 'dowdall'], election: '6: a > d; 5: d > c' },
  { axioms: ['majority', 'condorcet-consistency', 'smith'], rules: ['score', 'star'], election: '2: a:0 b:1; 1: a:5 b:1 c:5' },
  { axioms: ['majority', 'condorcet-consistency'], rules: ['cumulative', 'quadratic'], election: '2: share a:2 b:3; 1: share a:3' },
  { axioms: ['majority'], rules: ['majority-judgment'], election: '2: a:1 b:5; 2: a:1; 1: a:4 b:3' },
  { axioms: ['condorcet-consistency'], rules: ['dowdall', 'irv', 'plurality', 'two-round', 'stv'], election: 'seats: 1; 2: b > c; 1: c; 2: d > c' },
  { axioms: ['condorcet-consistency'], rules: ['anti-plurality', 'borda'], election: '3: a > b > c; 2: b > c > a' },
  { axioms: ['condorcet-consistency', 'smith', 'consistency'], rules: ['majority-judgment'], election: '1: b:2; 1: b:3 d:5; 1: b:5 d:4' },
  { axioms: ['condorcet-consistency', 'smith'], rules: ['coombs'], election: '1: b > c; 3: b > d; 3: c > b; 3: c > d; 2: d > b; 1: d > c' },
  // Three that beat one another clearly, and one that each of them beats narrowly.
  {
    axioms: ['condorcet-loser', 'smith'],
    rules: ['dodgson-quick', 'dodgson-tideman', 'minimax', 'plurality'],
    election: '4: a > b > c > d; 4: b > c > a > d; 3: c > a > b > d; 3: d > a > b > c; 3: d > b > c > a; 4: d > c > a > b',
  },
  { axioms: ['condorcet-loser'], rules: ['score'], election: '1: a:2 b:3; 1: a:2 b:4; 1: a:4' },
  { axioms: ['smith'], rules: ['anti-plurality', 'borda', 'dowdall'], election: '1: a > c; 1: b > a; 1: b > c; 2: c > b' },
  { axioms: ['smith'], rules: ['condorcet'], election: '2: a; 1: b > a; 2: c; 1: e > c' },
  { axioms: ['smith'], rules: ['irv', 'two-round'], election: 'options: d c a; 1: a; 1: c > a; 1: d > a' },
  {
    axioms: ['monotonicity'],
    rules: ['benham', 'btr-irv', 'coombs', 'irv', 'tideman-alternative', 'two-round'],
    election: '1: a = c; 2: a > b; 1: b = c; 2: b; 2: c',
  },
  { axioms: ['monotonicity'], rules: ['baldwin'], election: '1: b > c; 1: b > d; 1: c > b; 2: c > d; 2: d > b' },
  { axioms: ['monotonicity'], rules: ['nanson'], election: 'options: e d a c b; 1: a > d; 2: c > d > e; 2: e > a > d > c' },
  { axioms: ['monotonicity'], rules: ['stv'], election: 'options: a c b; seats: 1; 2: a; 3: b > c; 2: c > a' },
  {
    axioms: ['participation'],
    rules: ['benham', 'btr-irv', 'irv', 'tideman-alternative', 'two-round'],
    election: 'options: c e a; 4: a; 4: c > a; 5: e',
  },
  {
    axioms: ['participation'],
    rules: ['ranked-pairs', 'river', 'split-cycle', 'stable-voting'],
    election: '1: b > c > e; 1: b > d > e; 1: b > e; 2: c > d; 1: c; 2: d > b > e; 1: e > c > b; 1: e > c > d',
  },
  {
    axioms: ['participation'],
    rules: ['kemeny', 'minimax', 'nanson', 'schulze'],
    election: '1: a > b; 1: b > e > c; 1: b; 1: c > a > d > b; 1: d > b; 1: d > e > c > a; 1: e > a > d > b; 1: e > c > a > d; 1: c > a = b = d = e',
  },
  { axioms: ['participation'], rules: ['baldwin'], election: '2: a > b; 2: b > c; 2: c > a' },
  { axioms: ['participation'], rules: ['stv'], election: 'seats: 1; 2: a > b; 2: b > c; 2: c' },
  { axioms: ['participation'], rules: ['coombs'], election: 'options: d a b; 2: a > d; 3: b > a; 1: d > a; 3: d > b' },
  { axioms: ['participation'], rules: ['majority-judgment'], election: '1: b:1 d:3; 1: b:1; 1: b:3; 1: b:5 d:4; 1: b:5 d:5; 1: d:2; 1: score' },
  { axioms: ['participation'], rules: ['star'], election: '2: a:0 b:1 c:1; 2: a:0 b:1 c:2; 2: a:1 b:0 c:1; 2: a:1 b:1; 2: a:1 b:2; 2: a:2 b:0 c:1' },
  {
    axioms: ['participation'],
    rules: ['copeland'],
    election: '1: a > d > b; 1: b > a > c; 1: b > c; 1: c > b > d; 1: c > d; 1: d > a > b; 1: a = c = d',
  },
  {
    axioms: ['consistency'],
    rules: [
      'baldwin',
      'benham',
      'btr-irv',
      'condorcet',
      'dodgson-quick',
      'dodgson-tideman',
      'irv',
      'kemeny',
      'maximal-lotteries',
      'minimax',
      'ranked-pairs',
      'river',
      'schulze',
      'schwartz-set',
      'smith-set',
      'split-cycle',
      'tideman-alternative',
    ],
    election: '2: a; 1: b; 1: c > b',
  },
  { axioms: ['consistency'], rules: ['nanson'], election: 'options: c b a; 2: a; 1: c > b; 1: c' },
  { axioms: ['consistency'], rules: ['coombs', 'copeland'], election: '3: c; 4: d; 1: c > a' },
  { axioms: ['consistency'], rules: ['two-round', 'stv'], election: 'options: c a b; seats: 1; 1: a > b; 3: b; 3: c' },
  { axioms: ['consistency'], rules: ['stable-voting'], election: '3: b = d; 2: d > b = e; 3: e > b' },
  { axioms: ['consistency'], rules: ['star'], election: '1: b:0 c:1 e:1; 1: b:1 c:3 e:3; 1: b:2 c:2 e:3; 1: b:2; 1: b:5 c:1 e:5; 1: b:5 c:3' },
  {
    axioms: ['clone-independence'],
    rules: ['baldwin', 'borda', 'copeland', 'dodgson-quick', 'dodgson-tideman', 'dowdall', 'kemeny', 'nanson', 'plurality', 'two-round'],
    election: '2: a > b; 3: b > c; 2: c > a',
  },
  { axioms: ['jr', 'psc'], rules: ['lexminimax-av', 'minimax-av', 'av', 'trivial'], election: 'seats: 2; 1: {a, c, d}; 1: {e}' },
  { axioms: ['jr', 'pjr', 'ejr', 'psc'], rules: ['e-pluribus-hugo', 'sav'], election: 'seats: 2; 2: {c, d, e}; 1: {a}; 1: {b}' },
  // Aziz et al., "Justified representation in approval-based committee voting", 2017.
  {
    axioms: ['jr', 'pjr', 'ejr', 'psc'],
    rules: ['minimax-phragmen', 'seq-pav'],
    election:
      'seats: 10; 81: {c1, c2}; 81: {c1, c3}; 80: {c2}; 80: {c3}; 81: {c4, c5}; 81: {c4, c6}; 80: {c5}; 80: {c6}; 49: {c7, c8}; 49: {c7, c9}; 49: {c7, c10}; 96: {c8}; 96: {c9}; 96: {c10}; 120: {c11}',
  },
  {
    axioms: ['pjr'],
    rules: ['lexminimax-av', 'minimax-av', 'seq-cc', 'seq-slav', 'cc', 'lexcc', 'slav', 'thiele-adams'],
    election: 'seats: 6; 4: {a, b, c}; 1: {d}; 1: {e}; 1: {f}; 1: {g}',
  },
  {
    axioms: ['psc'],
    rules: ['seq-cc', 'seq-slav', 'cc', 'lexcc', 'slav', 'thiele-adams', 'geom2'],
    election: 'seats: 7; 15: {a, b, c}; 4: {d}; 4: {e}; 4: {f}; 4: {g}; 4: {h}',
  },
  // A third of a vote in five digits, rounded down, three hundred thousand times.
  { axioms: ['psc'], rules: ['stv'], election: 'seats: 3; 300000: a > b > c; 99999: d' },
  { axioms: ['pjr', 'ejr'], rules: ['av', 'trivial'], election: 'seats: 2; 1: {a, c, d}; 1: {e}' },
  { axioms: ['pjr', 'ejr'], rules: ['geom2'], election: 'seats: 6; 7: {a, b, c, d}; 1: {e}; 1: {f}; 1: {g}' },
  {
    axioms: ['ejr'],
    rules: ['lexminimax-av', 'minimax-av', 'greedy-monroe', 'monroe', 'seq-cc', 'seq-slav', 'cc', 'lexcc', 'slav', 'thiele-adams'],
    election: 'seats: 6; 4: {a, b, c}; 1: {d}; 1: {e}; 1: {f}; 1: {g}',
  },
  // Brill et al., "Phragmén's voting methods and justified representation", 2017.
  {
    axioms: ['ejr'],
    rules: ['seq-phragmen', 'expanding-approvals'],
    election:
      'seats: 12; 2: {a, b, c1}; 2: {a, b, c2}; 6: {c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12}; 5: {c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12}; 9: {c3, c4, c5, c6, c7, c8, c9, c10, c11, c12}',
  },
  { axioms: ['house-monotonicity'], rules: ['monroe', 'pav'], election: 'seats: 1; 3: {a, b}; 2: {a, d}; 2: {b}; 2: {d}' },
  { axioms: ['house-monotonicity'], rules: ['largest-remainder'], election: 'seats: 3; 3: choose b; 2: choose c; 1: a; 1: c' },
  { axioms: ['house-monotonicity'], rules: ['stv'], election: 'options: d a b; seats: 1; 1: a > b; 4: a; 3: b > d; 3: d' },
  {
    axioms: ['house-monotonicity'],
    rules: ['equal-shares'],
    election: 'options: e c d b; seats: 2; 2: {b, c, e}; 1: {b, d}; 1: {c, d}; 1: {c, e}',
  },
  {
    axioms: ['quota'],
    rules: ['adams', 'danish', 'dhondt', 'huntington-hill', 'imperiali'],
    election: 'options: b a d c; seats: 4; 1: a; 1: b; 3: c; 1: d',
  },
  { axioms: ['quota'], rules: ['sainte-lague'], election: 'seats: 11; 1: choose b; 1: a; 4: b; 1: c; 1: d' },
]

/** The counterexamples of one rule, by axiom. */
export const counterexamplesOf = ({ id }: Rule): Readonly<Partial<Record<Axiom, string>>> => {
  const own = witnesses.filter(({ rules }) => rules.includes(id))
  return Object.fromEntries(own.flatMap(({ axioms, election }) => axioms.map((axiom) => [axiom, election])))
}
