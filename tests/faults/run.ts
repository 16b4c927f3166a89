/**
 * The fault campaign: seeded rounds over the lossy file layer, commands on a disk that refuses one of their operations, processes
 * that take one lock, and rounds in which the real window is killed while it
 * interviews, imports and exports. `npm run faults -- --rounds 1000 --window-rounds 50 --seed 1`; `--only N`,
 * `--only-disk N`, `--only-lock N` and `--only-window N` play one round again. Fails when anything that was called saved is missing later.
 */
import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { diskRound, makeDiskWorld } from './diskRounds'
import { lockRound } from './lockRounds'
import { lossyRound } from './lossyRounds'
import { MISSING, Tally } from './Tally'
import { windowRounds } from './windowRounds'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    'disk-rounds': { type: 'string', default: '300' },
    'lock-rounds': { type: 'string', default: '5000' },
    'window-rounds': { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    'only-disk': { type: 'string' },
    'only-lock': { type: 'string' },
    'only-window': { type: 'string' },
  },
})
const isOne = [values.only, values['only-disk'], values['only-lock'], values['only-window']].some(
  (only) => only !== undefined,
)
const seeds = {
  lossy: seedsOf(values.only, values.rounds),
  disk: seedsOf(values['only-disk'], values['disk-rounds']),
  lock: seedsOf(values['only-lock'], values['lock-rounds']),
  window: seedsOf(values['only-window'], values['window-rounds']),
}
let wrongRounds = 0
/** What test runners take for skipped. */
const NOT_PLAYED = 77

await campaign('lossy file layer', 'only', seeds.lossy, async (tally, tell) => {
  for (const seed of seeds.lossy) tell(seed, await lossyRound(seed, tally).catch(asWrong))
})
await campaign('commands on a failing disk', 'only-disk', seeds.disk, async (tally, tell) => {
  const world = await makeDiskWorld()
  for (const seed of seeds.disk) tell(seed, await diskRound(seed, world, tally).catch(asWrong))
  await rm(world, { recursive: true })
})
await campaign('lock of a folder', 'only-lock', seeds.lock, async (tally, tell) => {
  for (const seed of seeds.lock) tell(seed, await lockRound(seed, tally).catch(asWrong))
})
await campaign('real window', 'only-window', seeds.window, async (tally, tell) => {
  if (!(await windowRounds(seeds.window, tally, tell))) process.exitCode = NOT_PLAYED
})
if (wrongRounds > 0) process.exitCode = 1

/** A round that was asked for by its number stands alone. */
function seedsOf(only: string | undefined, rounds: string): readonly number[] {
  if (only !== undefined) return [wholeNumber(only)]
  if (isOne) return []
  return Array.from({ length: wholeNumber(rounds) }, (_, index) => wholeNumber(values.seed) + index)
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  console.error(`not a whole number: ${text}`)
  process.exit(2)
}

async function campaign(
  name: string,
  option: string,
  rounds: readonly number[],
  play: (tally: Tally, tell: (seed: number, wrongs: readonly string[]) => void) => Promise<void>,
): Promise<void> {
  if (rounds.length === 0) return
  console.log(`\n== ${name}: ${rounds.length} rounds from seed ${rounds[0]}`)
  const tally = new Tally()
  const began = performance.now()
  await play(tally, (seed, wrongs) => {
    tally.count('round', wrongs.length === 0 ? 'sound' : 'WRONG')
    if (wrongs.length === 0) return
    wrongRounds += 1
    console.log(`round ${seed}: ${wrongs.length} wrong; again by: npm run faults -- --${option} ${seed}`)
    for (const wrong of wrongs.slice(0, isOne ? wrongs.length : 3)) console.log(`    ${wrong}`)
  })
  for (const [group, what, count] of tally.rows())
    console.log(`${group.padEnd(8)}${what.padEnd(44)}${String(count).padStart(9)}`)
  console.log(`answers shown as saved and later missing: ${tally.of('looked', MISSING)}`)
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`)
}

function asWrong(error: unknown): readonly string[] {
  return [`threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
}
