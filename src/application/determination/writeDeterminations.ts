import { isSameName } from '../../domain/shared/isSameName'
import { success, type Result } from '../../domain/shared/Result'
import type { DeterminedHousehold } from '../../domain/determination/determinationFault'
import type { Author } from '../households/addFoundHousehold'
import { addPerson } from '../store/addPerson'
import type { ProjectStore } from '../store/ProjectStore'
import { confirmDetermination } from './confirmDetermination'
import { determine } from './determine'
import { SUSPICION_STANDS, type DeterminationRecord } from './DeterminationRecord'

/** Writes sound records as decisions and confirmations; a later line about the same question revises the earlier one. */
export async function writeDeterminations(
  store: ProjectStore,
  records: readonly DeterminationRecord[],
  households: ReadonlyMap<string, DeterminedHousehold>,
  author: Author,
): Promise<Result<null>> {
  const { at } = author
  const people = new Set(
    records.flatMap(({ by, confirmedBy }) => [by, ...(confirmedBy === null ? [] : [confirmedBy])]),
  )
  for (const id of people) {
    const added = await addPerson(store, { id, name: id, enteredBy: author.person, at })
    if (!added.ok) return added
  }
  for (const { household, determination, reason, by, confirmedBy } of records) {
    // Written before the households were judged: see `takeStandingSuspicions`.
    if (determination === SUSPICION_STANDS) continue
    const judged = households.get(household)
    if (judged === undefined) throw new Error(`${household} was checked when it was read`)
    const decided = await determine(
      store,
      { household, determination, reason, ...judged },
      { person: by, at },
    )
    if (!decided.ok) return decided
    if (confirmedBy === null || isSameName(confirmedBy, by)) continue
    const confirmed = await confirmDetermination(store, household, decided.value.id, {
      person: confirmedBy,
      at,
    })
    if (!confirmed.ok) return confirmed
  }
  return success(null)
}
