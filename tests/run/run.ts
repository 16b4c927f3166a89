import { sumOutcomes, type Outcome } from './outcome'
import { STEPS } from './steps'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(' ')}. Steps: ${STEPS.map((step) => step.name).join(' ')}`)
  process.exit(2)
}

const outcomes: Outcome[] = []
for (const step of STEPS) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue
  console.log(`\n== ${step.name}`)
  const began = performance.now()
  const outcome = await step.run()
  outcomes.push(outcome)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `-- ${step.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped in ${seconds} s`,
  )
}

const total = sumOutcomes(outcomes)
if (total.skips.length > 0) {
  console.log('\nSkipped:')
  for (const skip of total.skips) console.log(`  ${skip}`)
}
if (total.flaky.length > 0) {
  console.log('\nPassed only when tried again; each is a fault of the app or of its test, to be found:')
  for (const test of total.flaky) console.log(`  ${test}`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
