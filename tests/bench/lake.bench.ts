/**
 * A country's censuses in a lake: counties of 18,000 households made of exported practice counties, at several sizes; all census tables
 * by county with DuckDB (time and peak memory of the process, in processes of their own), a county added, and the same of fewer counties
 * in two PostgreSQL servers on this machine. What is not measured is extrapolated along the last two sizes.
 * Run: `npm run bench lake`; `LAKE_BENCH=8,32,128,832` chooses the counties, `LAKE_BENCH_POSTGRES=0,16,32` those in PostgreSQL.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readLake } from '../../src/adapters/lake/readLake'
import type { LakePartition } from '../../src/application/lake/LakePartition'
import type { LakeName } from '../../src/application/lake/lakeSchema'
import { loadCommand } from '../../src/cli/load'
import { tablesCommand } from '../../src/cli/tables'
import { exportedCounty } from '../lake/exportedCounty'
import { replicateLake, type Replication } from '../lake/replicateLake'
import { isPostgresThere, startPostgres } from '../postgres/postgresNode'

const COUNTRY = 832
const SIZES = numbers('LAKE_BENCH', [8, 32, 128])
const POSTGRES_SIZES = numbers('LAKE_BENCH_POSTGRES', [8, 16])
/** Households of an exported county, and how often they are in a made one: 18,000 after a sixteenth is left out. */
const [EXPORTED, TIMES] = [2_400, 8]
const HOUSEHOLDS = (EXPORTED * TIMES * 15) / 16
/** What the census tables read; answers are nine tenths of the rows and are written and measured once. */
const TABLED: readonly LakeName[] = ['counties', 'households', 'members', 'villages', 'coverage', 'amounts']
const COMMANDS = { tables: tablesCommand, load: loadCommand }

const [job, ...words] = process.argv.slice(2)
if (job === 'tables' || job === 'load') await runCommand(job, words)
else await bench()

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-lake-bench-'))
  try {
    const began = performance.now()
    const templates = [
      await exportedCounty(folder, 'census', { households: EXPORTED, seed: 1 }),
      await exportedCounty(folder, 'census', { households: EXPORTED, seed: 2 }),
    ]
    console.log(`2 counties of ${EXPORTED} households made and exported by the app: ${secondsSince(began)} s`)
    for (const { manifest } of templates) console.log(`  ${bytesAHousehold(manifest.files, EXPORTED)}`)
    await oneWithAnswers(folder, templates)
    await onDuckDb(folder, templates)
    if (isPostgresThere()) await onPostgres(folder, templates)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function oneWithAnswers(folder: string, templates: readonly LakePartition[]): Promise<void> {
  const into = join(folder, 'answers')
  await replicateLake(templates, { ...replicated(into, 0, 1), datasets: [...TABLED, 'answers'] })
  const lake = await readLake([into])
  for (const { manifest } of lake.ok ? lake.value : [])
    console.log(`a county of ${HOUSEHOLDS} with its answers: ${bytesAHousehold(manifest.files, HOUSEHOLDS)}`)
}

async function onDuckDb(folder: string, templates: readonly LakePartition[]): Promise<void> {
  const into = join(folder, 'lake')
  const times: number[] = []
  let there = 0
  for (const counties of SIZES) {
    const began = performance.now()
    await replicateLake(templates, replicated(into, there, counties - there))
    const made = (performance.now() - began) / (counties - there)
    there = counties
    const { seconds, megabytes } = measured('tables', '--from', into, '--json')
    times.push(seconds)
    console.log(
      `${counties} counties, ${counties * HOUSEHOLDS} households: all tables ${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB; a county made in ${made.toFixed(0)} ms`,
    )
  }
  console.log(`  ${COUNTRY} counties, extrapolated: ${extrapolated(SIZES, times).toFixed(0)} s`)
  const began = performance.now()
  await replicateLake(templates, replicated(into, there, 1))
  console.log(`a county added: ${secondsSince(began)} s`)
}

async function onPostgres(folder: string, templates: readonly LakePartition[]): Promise<void> {
  const nodes = [await startPostgres(), await startPostgres()]
  const given = (word: string) => nodes.flatMap((node) => [word, node.address()])
  const into = join(folder, 'nodes')
  const [loads, times]: [number[], number[]] = [[], []]
  let there = 0
  try {
    for (const counties of POSTGRES_SIZES) {
      await replicateLake(templates, replicated(into, there, counties - there))
      const load = measured('load', '--from', into, ...given('--into'), '--json')
      loads.push(load.seconds / (counties - there))
      there = counties
      const { seconds, megabytes } = measured('tables', ...given('--engine'), '--json')
      times.push(seconds)
      console.log(
        `${counties} counties in two PostgreSQL servers: loaded in ${load.seconds.toFixed(1)} s (peak of the loader ${load.megabytes.toFixed(0)} MB), all tables ${seconds.toFixed(1)} s, peak of the asking process ${megabytes.toFixed(0)} MB`,
      )
    }
    await replicateLake(templates, replicated(into, there, 1))
    const added = measured('load', '--from', into, ...given('--into'), '--json')
    console.log(`  a county added: ${added.seconds.toFixed(1)} s, of it the start of the program`)
    console.log(
      `  ${COUNTRY} counties, extrapolated: tables ${extrapolated(POSTGRES_SIZES, times).toFixed(0)} s, loading ${(((loads.at(-1) ?? 0) * COUNTRY) / 60).toFixed(0)} min`,
    )
  } finally {
    for (const node of nodes) await node.remove()
  }
}

function replicated(into: string, from: number, counties: number): Replication {
  return { into, from, counties, countiesAProvince: 40, times: TIMES, datasets: TABLED }
}

/** Runs a command in a process of its own; its answer is not kept. */
function measured(command: keyof typeof COMMANDS, ...given: readonly string[]): Measured {
  const began = performance.now()
  const program = ['--import', 'tsx', fileURLToPath(import.meta.url), command, ...given]
  const { status, stderr } = spawnSync(process.execPath, program, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Error(stderr)
  const megabytes = Number(stderr.trim().split('\n').at(-1)) / 1024
  return { seconds: (performance.now() - began) / 1000, megabytes }
}

interface Measured {
  readonly seconds: number
  readonly megabytes: number
}

/** In the process of its own: the command, and last, for the process above, its peak memory in KB. */
async function runCommand(command: keyof typeof COMMANDS, given: readonly string[]): Promise<void> {
  process.exitCode = await COMMANDS[command](given)
  process.stderr.write(`\n${process.resourceUsage().maxRSS}\n`)
}

/** Along the line through the last two sizes. */
function extrapolated(sizes: readonly number[], values: readonly number[]): number {
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [...sizes.slice(-2), ...values.slice(-2)]
  return y1 + ((y1 - y0) / (x1 - x0)) * (COUNTRY - x1)
}

function bytesAHousehold(files: LakePartition['manifest']['files'], households: number): string {
  const each = Object.entries(files).map(([name, { bytes }]) => [name, bytes / households] as const)
  const all = each.reduce((sum, [, bytes]) => sum + bytes, 0)
  return `${all.toFixed(0)} bytes a household: ${each.map(([name, bytes]) => `${name} ${bytes.toFixed(0)}`).join(', ')}`
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}

function numbers(name: string, otherwise: readonly number[]): readonly number[] {
  return process.env[name]?.split(',').map(Number) ?? otherwise
}
