/**
 * How often the 95 % interval of a rate covers the truth in made-up counties, and how wide it is beside R's: with the limit
 * on the effective size that the measures set, with the limit everywhere, and as R's `survey` has it. Aim of ours: at least
 * 93 % everywhere. Prints the table of docs/benchmarks.md. Run: `npm run bench intervals`; `COUNTIES=100` for fewer.
 */
import { DRAWS, simulateShare, type SimulatedShare } from './simulateShare'

const COUNTIES = Number(process.env['COUNTIES'] ?? 1000)
const AIM = 0.93

console.log('| Drawn | Rate | Ours | Limit everywhere | R | Ours wider than R |\n|---|---|---|---|---|---|')
for (const draw of DRAWS) {
  for (const rate of [0.01, 0.02, 0.05, 0.2]) {
    const results = Array.from({ length: COUNTIES }, (_, seed) => simulateShare(seed, rate, draw))
    const covered = (name: keyof SimulatedShare): number =>
      results.filter((each) => each[name].isCovered).length / COUNTIES
    if (covered('ours') < AIM) process.exitCode = 1
    const cells = [
      draw.name,
      `${rate * 100} %`,
      ...(['ours', 'limited', 'survey'] as const).map((name) => (covered(name) * 100).toFixed(1)),
      `${(widening(results) * 100).toFixed(0)} %`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

/** By how much our intervals are wider, where R has one. */
function widening(results: readonly SimulatedShare[]): number {
  const both = results.filter(({ survey }) => survey.width !== null)
  const width = (name: keyof SimulatedShare): number =>
    both.reduce((sum, each) => sum + (each[name].width ?? 0), 0)
  return width('ours') / width('survey') - 1
}
