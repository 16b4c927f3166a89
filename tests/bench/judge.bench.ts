/**
 * Judging 100,000 households, from their changes to the verdict with its trace, against JSON-parsing the answers files
 * they came from, in turn in one process. Aim: at most 3 times. Run: `npx tsx tests/bench/judge.bench.ts`.
 */
import { newReplica } from '../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT, instrumentOf } from '../../src/adapters/resources/instruments'
import { PRACTICE } from '../../src/adapters/resources/practice'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { ASSESSMENT } from '../../src/application/programmes/assessment'
import { assessHousehold, type AssessmentRules } from '../../src/application/assess/assessHousehold'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import type { Instrument } from '../../src/domain/instrument/loadInstrument'
import { resolveStandards } from '../../src/domain/standards/resolveStandards'

const COUNTIES = 50
const HOUSEHOLDS = 2000
const AIM = 3

const instrument = instrumentOf(CURRENT_INSTRUMENT) as Instrument
const standards = resolveStandards(STANDARDS, { asOf: '2020-12-31', region: 'west' })
if (!standards.ok) throw new Error('no standards')
const rules: AssessmentRules = {
  standards: standards.value,
  programme: ASSESSMENT,
  instrumentOf,
  currentInstrument: instrument,
}

const parses: number[] = []
const judgements: number[] = []
let answerCount = 0
// The first county warms both up and is not counted.
for (let seed = 0; seed <= COUNTIES; seed++) {
  const { households, answers } = practiceCounty(
    { households: HOUSEHOLDS, seed, hash: (text) => text },
    PRACTICE,
    instrument,
  )
  const lines = answers.map((answer) => JSON.stringify(answer))
  const store = new MemoryStore('bench', newReplica())
  const origin = {
    person: 'bench',
    at: '2020-12-31T08:00:00Z',
    instrumentVersion: CURRENT_INSTRUMENT,
    copy: 'bench',
  }
  const written = await writeAnswers(store, answers, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  const changes = await store.changesOfHouseholds(households.map(({ id }) => id))

  const parsing = timed(() =>
    lines.reduce((sum, line) => sum + (JSON.parse(line) as { question: string }).question.length, 0),
  )
  const judging = timed(() => {
    let suspected = 0
    for (const household of households) {
      const { judgement } = assessHousehold(household, changes.get(household.id) ?? [], rules)
      if (judgement.conclusion === 'suspected_wrong_exit') suspected++
    }
    return suspected
  })
  if (judging.result === 0) throw new Error('nobody is suspected: something is not judged')
  if (seed === 0) continue
  parses.push(parsing.milliseconds)
  judgements.push(judging.milliseconds)
  answerCount += lines.length
}

const [parse, judge] = [sum(parses), sum(judgements)]
const ratio = judge / parse
const households = COUNTIES * HOUSEHOLDS
console.log(`${households} households, ${answerCount} answers`)
console.log(`JSON.parse ${parse.toFixed(0)} ms; fold, form and judgement ${judge.toFixed(0)} ms`)
console.log(`per household ${((judge / households) * 1000).toFixed(0)} µs`)
console.log(`judging / parsing ${ratio.toFixed(2)} (aim ${AIM})${ratio <= AIM ? '' : '  MISSED'}`)

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const began = performance.now()
  const result = work()
  return { result, milliseconds: performance.now() - began }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
