import { secondLookValue } from '../../domain/programmes/assessment/determination/SecondLook'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { readDeterminationLines, standingSuspicions } from '../determination/readDeterminationLines'
import { writeDeterminations } from '../determination/writeDeterminations'
import { draftHouseholdFact, HOUSEHOLD_FACTS } from '../facts/householdFacts'
import type { GivenText } from '../assess/GivenText'
import type { Author } from '../households/addFoundHousehold'
import { addPerson } from '../store/addPerson'
import type { ProjectStore } from '../store/ProjectStore'

/** Writes which cleared suspicions stand by a determinations file, if there is one: before the households are judged. */
export async function takeStandingSuspicions(
  store: ProjectStore,
  file: GivenText | null,
  author: Author,
): Promise<Result<null>> {
  if (file === null) return success(null)
  const text = await file.text()
  if (!text.ok) return text
  for (const { household, reason, by } of standingSuspicions(linesOf(text.value))) {
    const added = await addPerson(store, { id: by, name: by, enteredBy: author.person, at: author.at })
    if (!added.ok) return added
    const value = secondLookValue({ agrees: false, of: null, how: null })
    const look = { person: by, at: author.at, reason }
    const written = await store.write([
      draftHouseholdFact(household, HOUSEHOLD_FACTS.secondLook, [], value, look),
    ])
    if (!written.ok) return written
  }
  return success(null)
}

/** Writes the decisions of a determinations file, if there is one; returns the warnings. */
export async function takeDeterminations(
  store: ProjectStore,
  assessments: readonly HouseholdAssessment[],
  file: GivenText | null,
  author: Author,
): Promise<Result<readonly Problem[]>> {
  if (file === null) return success([])
  const judged = new Map(
    assessments.map(({ household, judgement }) => [
      household.id,
      { status: household.status, conclusion: judgement.conclusion },
    ]),
  )
  const text = await file.text()
  if (!text.ok) return text
  const read = readDeterminationLines(linesOf(text.value), file.name, judged)
  if (!read.ok) return read
  const written = await writeDeterminations(store, read.value.records, judged, author)
  return written.ok ? success(read.value.problems) : written
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/)
}
