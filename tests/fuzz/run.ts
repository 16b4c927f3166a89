import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CAMPAIGNS, type CampaignName } from './campaigns'
import { OutcomeCounts } from './OutcomeCounts'
import { runCampaign, type Verdict } from './runCampaign'

// `npm run fuzz -- --campaign lists --files 10000 --seed 1`, or `--only N` to judge one input of a seed again.
const SLOWEST = 5
const { values } = parseArgs({
  options: {
    campaign: { type: 'string' },
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
for (const campaign of Object.keys(CAMPAIGNS) as CampaignName[])
  if (values.campaign === undefined || values.campaign === campaign) await run(campaign)

async function run(campaign: CampaignName): Promise<void> {
  const trial = await CAMPAIGNS[campaign](seed)
  const outcomes = new OutcomeCounts()
  const slowest: Verdict[] = []
  let [found, peakBytes] = [0, 0]
  await runCampaign({ campaign, seed, numbers, tell })
  console.log(
    `\n${campaign}: ${numbers.length} of seed ${seed}, ${found} with findings; peak memory ${Math.round(peakBytes / 1e6)} MB`,
  )
  for (const line of outcomes.lines()) console.log(line)
  console.log('Slowest:')
  for (const { number, milliseconds, outcome } of slowest)
    console.log(`${milliseconds.toFixed(0).padStart(7)} ms  ${number}, ${trial.story(number)}: ${outcome}`)
  if (found > 0) process.exitCode = 1

  function tell(verdict: Verdict): void {
    const { number, findings } = verdict
    outcomes.add(verdict)
    slowest.push(verdict)
    slowest.sort((left, right) => right.milliseconds - left.milliseconds).splice(SLOWEST)
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
    if (findings.length > 0) keep(number, findings)
    if (number % 1000 === 999) console.log(`${campaign}: ${number + 1}, ${found} with findings`)
  }

  /** The files stay for a look at them; number and seed make the same files anywhere. */
  function keep(number: number, findings: readonly string[]): void {
    found++
    mkdirSync(folder, { recursive: true })
    const paths = trial.files(number).map(({ name, bytes }, index) => {
      const path = join(folder, `${campaign}-${seed}-${number}-${index}-${name}`)
      writeFileSync(path, bytes)
      return path
    })
    console.log(
      `FOUND --campaign ${campaign} --seed ${seed} --only ${number} (${paths.join(', ')})\n  ${trial.story(number)}\n  ${findings.join('\n  ')}`,
    )
  }
}
