import { newReplica } from '../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT, instrumentOf } from '../../src/adapters/resources/instruments'
import { ASSESSMENT } from '../../src/application/programmes/assessment'
import { adoptRoster } from '../../src/application/roster/adoptRoster'
import type { AnswerRecord } from '../../src/application/assess/AnswerRecord'
import type { AssessmentRules } from '../../src/application/assess/assessHousehold'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { INSTRUMENT } from './anInterview'
import { someStandards } from './someStandards'

export const RULES: AssessmentRules = {
  standards: someStandards(),
  instrumentOf,
  currentInstrument: INSTRUMENT,
  programme: ASSESSMENT,
}

export const AUTHOR = { person: 'tester', at: '2020-12-31T08:00:00Z' }

/** A project in memory with a roster and answers. */
export async function aMemoryProject(
  households: readonly RosterHousehold[],
  answers: readonly AnswerRecord[],
  instrumentVersion = CURRENT_INSTRUMENT,
): Promise<ProjectStore> {
  const store = new MemoryStore('test', newReplica())
  const origin = { ...AUTHOR, instrumentVersion, copy: 'answers' }
  const written = await writeAnswers(store, answers, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  const adopted = await adoptRoster(store, households, AUTHOR)
  if (!adopted.ok) throw new Error(JSON.stringify(adopted.problems))
  return store
}
