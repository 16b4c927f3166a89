import { readReview } from '../../src/adapters/excel/readReview'
import { writeReview } from '../../src/adapters/excel/writeReview'
import { textsOf } from '../../src/adapters/resources/texts'
import { censusInterview } from '../../src/application/census/censusInterview'
import { proposedState } from '../../src/application/census/workbook/back/ProposedState'
import { takeProposals } from '../../src/application/census/workbook/back/takeProposals'
import type { ReturnedWorkbook } from '../../src/application/workbook/review/ReturnedWorkbook'
import type { TakenReview } from '../../src/application/workbook/review/TakenReview'
import { CENSUS_RULES, type aCensusWorkbook } from './aCensusWorkbook'

type Made = Awaited<ReturnType<typeof aCensusWorkbook>>

/** The bytes of a census workbook. */
export function bytesOf({ workbook, count, frame }: Made): Promise<Uint8Array> {
  return writeReview(workbook.sheets(count, frame), workbook.mark(count, frame))
}

/** What is read of these bytes; throws where they are refused. */
export function returnedFrom(bytes: Uint8Array): ReturnedWorkbook {
  const returned = readReview({ name: '普查.xlsx', bytes })
  if (!returned.ok) throw new Error(JSON.stringify(returned.problems))
  return returned.value
}

/** What is taken of these bytes, beside the records as they stand in the store. */
export async function takenFrom(
  bytes: Uint8Array,
  { store, listed }: Made,
  project = 'p',
): Promise<TakenReview> {
  const changes = await store.changesOfHouseholds(listed.map(({ id }) => id))
  const languages = [textsOf('zh-CN'), textsOf('en')]
  const states = listed.map((household) => {
    const taken = { household, changes: changes.get(household.id) ?? [] }
    const interview = censusInterview(household, taken.changes, CENSUS_RULES)
    return [household.id, proposedState(taken, interview, CENSUS_RULES, languages)] as const
  })
  return takeProposals(returnedFrom(bytes), {
    project,
    instrument: CENSUS_RULES.currentInstrument,
    households: new Map(listed.map((household) => [household.id, household])),
    states: new Map(states),
  })
}
