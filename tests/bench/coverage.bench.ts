/**
 * How often the 95 % intervals of the measures cover the truth, in 2,000 made-up counties with rates of 1, 2 and 5 %,
 * where whole households and where whole villages are drawn. Aim: at least 93.5 %. Beside it an interval that takes
 * persons for independent. Run: `npm run bench coverage`.
 */
import {
  simulateCounty,
  type Covered,
  type Drawn,
} from '../domain/programmes/assessment/measures/simulateCounty'

const COUNTIES = 2000
const AIM = 0.935

let isMissed = false
for (const drawn of ['households', 'villages'] satisfies readonly Drawn[]) {
  for (const rate of [0.01, 0.02, 0.05]) {
    const results = Array.from({ length: COUNTIES }, (_, seed) => simulateCounty(seed, rate, drawn))
    const wrongExits = share(results, ({ wrongExits }) => wrongExits)
    const incidence = share(results, ({ incidence }) => incidence)
    const missed = wrongExits < AIM || incidence < AIM
    isMissed ||= missed
    console.log(
      `${drawn} drawn, rate ${percent(rate)}: wrong-exit rate ${percent(wrongExits)}, incidence ${percent(incidence)}, ` +
        `naive ${percent(share(results, ({ naive }) => naive))}${missed ? '  MISSED' : ''}`,
    )
  }
}
console.log(`aim ${percent(AIM)} of ${COUNTIES} counties each`)
if (isMissed) process.exitCode = 1

function share(results: readonly Covered[], isCovered: (result: Covered) => boolean): number {
  return results.filter(isCovered).length / results.length
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
