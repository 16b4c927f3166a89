/**
 * The measures of 100,000 judged households, villages and indicators among them, against judging them, in one process.
 * Aim: at most a fifth. Run: `npm run bench measures`.
 */
import { newReplica } from '../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT } from '../../src/adapters/resources/instruments'
import { PRACTICE } from '../../src/adapters/resources/practice'
import { assessHousehold, type HouseholdAssessment } from '../../src/application/assess/assessHousehold'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { measuredHousehold } from '../../src/application/measures/measuredHousehold'
import { reportCounty } from '../../src/application/measures/reportCounty'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import type { MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { RULES } from '../builders/aMemoryProject'

const COUNTIES = 50
const HOUSEHOLDS = 2000
const AIM = 1 / 5

const origin = {
  person: 'bench',
  at: '2020-12-31T08:00:00Z',
  instrumentVersion: CURRENT_INSTRUMENT,
  copy: 'bench',
}
const measured: MeasuredHousehold[] = []
let [judging, reducing] = [0, 0]
for (let seed = 0; seed <= COUNTIES; seed++) {
  const { households, answers } = practiceCounty(
    { households: HOUSEHOLDS, seed, hash: (text) => text },
    PRACTICE,
    RULES.currentInstrument,
  )
  const store = new MemoryStore('bench', newReplica())
  const written = await writeAnswers(store, answers, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  const changes = await store.changesOfHouseholds(households.map(({ id }) => id))
  const assessments: HouseholdAssessment[] = []
  const judged = timed(() => {
    for (const household of households)
      assessments.push(assessHousehold(household, changes.get(household.id) ?? [], RULES))
  })
  const reduced = timed(() => {
    // Every county has the same ids and villages: its number tells them apart.
    for (const assessment of assessments) {
      const each = measuredHousehold(assessment, undefined)
      measured.push({ ...each, id: `${seed}/${each.id}`, village: `${seed}/${each.village}` })
    }
  })
  // The first county warms both up and is not counted.
  if (seed === 0) measured.length = 0
  else {
    judging += judged
    reducing += reduced
  }
}

const totals = {
  ruralRegistered: 2_000_000,
  exited: 600_000,
  poor: 20_000,
  unregistered: 1_380_000,
  sampledVillagesUnregistered: 900_000,
  source: 'bench',
}
const reporting = timed(() => reportCounty(measured, { totals, reading: null }, RULES.standards))
const ratio = (reducing + reporting) / judging
console.log(`${measured.length} households`)
console.log(
  `judging ${judging.toFixed(0)} ms; reducing to what is measured ${reducing.toFixed(0)} ms; ` +
    `measures and villages ${reporting.toFixed(0)} ms`,
)
console.log(`measuring / judging ${ratio.toFixed(3)} (aim ${AIM})${ratio <= AIM ? '' : '  MISSED'}`)
if (ratio > AIM) process.exitCode = 1

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
