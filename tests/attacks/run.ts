/**
 * The attack campaign: seeded teams of which one member's app writes any path, number, name and order, with real keys.
 * `npm run attacks -- --teams 20 --attacks 100 --seed 1`; `--only N` attacks one team again. Fails when anything is taken that
 * was not allowed, when what is refused changes something, or when whoever is honest cannot go on.
 */
import { parseArgs } from 'node:util'
import { attackRound, type AttackCounts } from './attackRound'

const { values } = parseArgs({
  options: {
    teams: { type: 'string', default: '20' },
    attacks: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const seeds =
  values.only === undefined
    ? Array.from({ length: Number(values.teams) }, (_, nth) => Number(values.seed) + nth)
    : [Number(values.only)]
const counts: AttackCounts = { verdicts: new Map(), taken: 0 }
let found = 0
for (const seed of seeds) {
  const faults = await attackRound(seed, Number(values.attacks), counts)
  found += faults.length
  for (const fault of faults) console.log(fault)
}
console.log(
  `${seeds.length} teams, ${values.attacks} attacks each: ${found} faults; ${counts.taken} changes taken, all allowed`,
)
for (const [verdict, count] of [...counts.verdicts].sort(([, left], [, right]) => right - left))
  console.log(`${String(count).padStart(6)}  ${verdict}`)
if (found > 0) process.exitCode = 1
