import { newReplicaOf } from '../../src/adapters/crypto/deviceKeys'
import { FACTS } from '../../src/application/facts/factOf'
import type { Change, ChangeId } from '../../src/domain/changes/Change'
import { MAX_LAMPORT } from '../../src/domain/changes/validateChange'
import type { Json } from '../../src/domain/shared/Json'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { AT } from '../builders/aTeam'
import { OTHERS, OWN, type AttackWorld } from './AttackWorld'

const ENTITIES = ['project', 'person', 'household', 'visit', 'interview', 'village', '__proto__', ''] as const
const PATHS = [
  ...Object.values(FACTS).flatMap((facts) => Object.values(facts).map(({ path }) => path)),
  'food_enough', 'visit_outcome', 'accepts_result', 'signature', 'ledger_agreement',
  'members/*/insurance', 'members/*/member_status', 'lines/*/amount_yuan', 'lines/*/income_kind',
  'name', '__proto__', 'constructor', 'toString', 'settings', 'totals/x', '/', '', 'a//b', '../x', 'members/*',
] // prettier-ignore
const HOUSEHOLD_WORDS = [
  'moved/m1', 'received/m1', 'replaced_by', 'replaces', 'rebuttal', 'enquiries/x/answer', 'backcheck', 'chosen/first',
  'determination/suspicion', 'determination/suspicion/confirmed', 'found',
] // prettier-ignore
const PARTS = [
  'x',
  '甲村',
  '5201010101',
  '__proto__',
  'constructor',
  '%2F',
  'm1',
  '\u202e',
  'x'.repeat(1_001),
]
const NUMBERS = [
  -1, 0, 1, 2, 50, 2 ** 16, 2 ** 20, 2 ** 21, 2 ** 31, 2 ** 32, 2 ** 48, 2 ** 51, MAX_LAMPORT, 2 ** 53, 1e300, 1.5,
] // prettier-ignore
const REPEATED = 20_000

/** One thing that an honest app would not write. */
type Twist = (
  change: Change,
  random: SeededRandom,
  world: AttackWorld,
  known: readonly Change[],
) => Partial<Change>

const TWISTS: readonly Twist[] = [
  (_, random) => {
    const [household, round, copy] = [
      random.pick([...OWN, ...OTHERS, 'f-1', '5201019999']),
      random.pick(['first', 'verification', 'backcheck', 'x']),
      random.pick(['1', '2', '__proto__', '']),
    ]
    const entity = random.pick(ENTITIES)
    return { entity: entity as Change['entity'], entityId: idOf(entity, household, round, copy) }
  },
  (_, random) => ({ path: pathFor(random) }),
  (_, random) => ({ path: pathFor(random), entity: 'project', entityId: 'project' }),
  (_, random) => ({ path: pathFor(random), entity: 'household', entityId: random.pick([...OWN, ...OTHERS]) }),
  (_, random) => ({
    entity: 'household',
    entityId: random.pick([...OWN, ...OTHERS]),
    path: random.pick(HOUSEHOLD_WORDS),
    value: random.pick<Json>([
      OTHERS[1] ?? '',
      OWN[1] ?? '',
      null,
      'wrong_exit',
      5,
      {},
      { text: 'x', pictures: [] },
    ]),
  }),
  ({ path }, random, _, known) => ({ value: valueFor(random, path, known) }),
  (_, random) => ({ lamport: random.pick(NUMBERS) }),
  ({ entityId, path }, random, _, known) => ({
    replaces: replacesFor(random, known, entityId, path) as readonly ChangeId[],
  }),
  (_, random, { honest, lead }) => ({ person: random.pick([honest.name, lead.name, '', '丁']) }),
  (_, random, { honest, lead }) => ({
    id: `${newReplicaOf(random.pick([honest, lead]).keys.device)}:1`,
  }),
  (_, random, __, known) => ({ id: random.pick(known).id }),
  ({ id }, random) => ({
    id: id.replace(/1$/, String(random.pick([2, 0, -1, 2 ** 32, 2 ** 53]))) as ChangeId,
  }),
  (_, random) => ({ at: random.pick(['', '2020-13-45', '+275760-09-13T00:00:00Z']) }),
  (_, random) => ({
    evidence: random.pick<unknown>(['registry', 'x', [], 5]) as Change['evidence'] & string,
  }),
  (_, random) => ({ reason: random.pick(['', '\u001b[2J', 'x'.repeat(200_000)]) }),
  () => ({ unheardOf: 1 }) as Partial<Change>,
]
/** The first ones have other content, and may be believed: they are drawn twice as often. */
const LIKELY = TWISTS.slice(0, 8)
const MOST_TWISTS = 2

/** What an attacker's app writes: an answer like any other, with a twist or two in its place, path, number, name or order. */
export function drawForgery(random: SeededRandom, world: AttackWorld, known: readonly Change[]): Change {
  const { attacker } = world
  const household = random.pick([...OWN, ...OTHERS])
  const questions = ['food_enough', 'bedding', 'visit_outcome', 'members/m1/insurance'] as const
  let change: Change = {
    id: `${newReplicaOf(attacker.keys.device)}:1`,
    lamport: random.between(1, 100),
    entity: 'interview',
    entityId: `${household}/first/1`,
    path: random.pick(questions),
    value: random.pick(['often_short', 'all_year', 'short', 'refused', 'completed', 'yes']),
    replaces: [],
    evidence: random.pick(['document', 'respondent', 'observed'] as const),
    person: attacker.name,
    at: AT,
  }
  for (let left = random.between(0, MOST_TWISTS); left > 0; left--) {
    const twist = random.pick([...TWISTS, ...LIKELY])
    change = { ...change, ...twist(change, random, world, known) }
  }
  return change
}

/** A path of some fact or question, or one that nothing describes. */
function pathFor(random: SeededRandom): string {
  const parts = random.pick(PATHS).split('/')
  return parts.map((part) => (part.startsWith('*') ? random.pick(PARTS) : part)).join('/')
}

function idOf(entity: string, household: string, round: string, copy: string): string {
  if (entity === 'project') return 'project'
  if (entity === 'person') return '组长'
  if (entity === 'household') return household
  return entity === 'visit' ? `${household}/1` : `${household}/${round}/${copy}`
}

function valueFor(random: SeededRandom, path: string, known: readonly Change[]): Json {
  // What somebody really wrote there is the likeliest to be believed.
  const real = known.filter((change) => change.path === path)
  if (real.length > 0 && random.next() < 0.4) return random.pick(real).value
  return random.pick<Json>([
    'often_short', 'all_year', 'completed', 'refused', 'wrong_exit', 'exit_confirmed', 'yes', '1', '', null, true, false,
    0, -1, 1e308, MAX_LAMPORT, [], {}, ['yes'], [[1, 2]], { agrees: true, of: null, how: 'own_device' },
    { decision: `${'a'.repeat(32)}:1`, how: 'own_device' }, { household: {} }, { text: 'x', pictures: [] },
    deep(40), deep(3_000), 'x'.repeat(2 ** 23 + 1), Array.from({ length: REPEATED }, () => 1), '\u001b]0;x\u0007',
    '=HYPERLINK("http://x")', JSON.parse('{"__proto__":{"a":1}}') as Json,
  ]) // prettier-ignore
}

function replacesFor(
  random: SeededRandom,
  known: readonly Change[],
  entityId: string,
  path: string,
): readonly string[] {
  const own = known.filter((change) => change.entityId === entityId && change.path === path)
  const made = (count: number) => Array.from({ length: count }, (_, at) => `${'b'.repeat(32)}:${at + 1}`)
  return random.pick<readonly string[]>([
    [],
    [],
    own.map(({ id }) => id),
    own.map(({ id }) => id),
    known.slice(0, 3).map(({ id }) => id),
    made(1),
    made(1_000),
    made(REPEATED),
    ['x'],
  ])
}

function deep(levels: number): Json {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as Json
}
