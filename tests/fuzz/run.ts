import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hostileFiles } from './hostileFiles'
import { runCampaign, type Verdict } from './runCampaign'

// `npm run fuzz -- --files 10000 --seed 1`, or `--only N` to judge one file of a seed again.
const SLOWEST = 5
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const seed = Number(values.seed)
const numbers =
  values.only === undefined
    ? Array.from({ length: Number(values.files) }, (_, number) => number)
    : [Number(values.only)]
const folder = join(import.meta.dirname, '../../.cache/fuzz')
const fileOf = await hostileFiles(seed)
const outcomes = new Map<string, number>()
const slowest: Verdict[] = []
let [found, peakBytes] = [0, 0]

await runCampaign({ seed, numbers, tell })
console.log(
  `\n${numbers.length} files of seed ${seed}, ${found} with findings; peak memory ${Math.round(peakBytes / 1e6)} MB`,
)
for (const [outcome, count] of [...outcomes].sort(([, left], [, right]) => right - left))
  console.log(`${String(count).padStart(7)}  ${outcome}`)
console.log('Slowest:')
for (const { number, milliseconds, outcome } of slowest)
  console.log(
    `${milliseconds.toFixed(0).padStart(7)} ms  file ${number}, ${fileOf(number).story}: ${outcome}`,
  )
process.exitCode = found > 0 ? 1 : 0

function tell(verdict: Verdict): void {
  const { number, outcome, findings } = verdict
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  slowest.push(verdict)
  slowest.sort((left, right) => right.milliseconds - left.milliseconds).splice(SLOWEST)
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
  if (findings.length > 0) keep(number, findings)
  if (number % 1000 === 999) console.log(`${number + 1} files, ${found} with findings`)
}

/** The file stays for a look at it; its number and seed make it anew anywhere. */
function keep(number: number, findings: readonly string[]): void {
  found++
  const { bytes, name, story } = fileOf(number)
  const path = join(folder, `${seed}-${number}-${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, bytes)
  console.log(`FOUND --seed ${seed} --only ${number} (${path})\n  ${story}\n  ${findings.join('\n  ')}`)
}
