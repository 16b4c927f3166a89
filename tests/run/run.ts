import { sumOutcomes, type Outcome } from './outcome'
import { STAGES, type Output, type Step } from './steps'

const wanted = process.argv.slice(2)
const names = STAGES.flat(2).map((step) => step.name)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(' ')}. Steps: ${names.join(' ')}`)
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const stage of STAGES) {
  const lanes = stage.map(wantedOf).filter((lane) => lane.length > 0)
  await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)))
}

function wantedOf(lane: readonly Step[]): readonly Step[] {
  return lane.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
}

/** What runs beside another lane is printed step by step, whole, so that no two outputs mix. */
async function runLane(lane: readonly Step[], isAlone: boolean): Promise<void> {
  for (const { name, run } of lane) {
    const output: Output = isAlone ? 'at once' : { kept: '' }
    if (isAlone) console.log(`\n== ${name}`)
    const began = performance.now()
    const outcome = await run(output)
    outcomes.push(outcome)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    if (output !== 'at once') console.log(`\n== ${name}\n${output.kept.trimEnd()}`)
    console.log(
      `-- ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped in ${seconds} s`,
    )
  }
}

const total = sumOutcomes(outcomes)
if (total.skips.length > 0) {
  console.log('\nSkipped:')
  for (const skip of total.skips) console.log(`  ${skip}`)
}
if (total.failures.length > 0) {
  console.log('\nFailed:')
  for (const failure of total.failures) console.log(`  ${failure}`)
}
if (total.flaky.length > 0) {
  console.log('\nPassed only when tried again; each is a fault of the app or of its test, to be found:')
  for (const test of total.flaky) console.log(`  ${test}`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
