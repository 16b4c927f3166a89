import { questionOf } from '../../domain/programmes/assessment/determination/Determination'
import { bareName, isSameName } from '../../domain/shared/isSameName'
import { success, type Result } from '../../domain/shared/Result'
import type { DeterminedHousehold } from '../../domain/programmes/assessment/determination/determinationFault'
import type { Author } from '../households/addFoundHousehold'
import { addPerson, listedPeople } from '../store/addPerson'
import type { ProjectStore } from '../store/ProjectStore'
import { confirmationDraft } from './confirmDetermination'
import { writeDecision } from './determine'
import { SUSPICION_STANDS, type DeterminationRecord } from './DeterminationRecord'

/** Writes valid records as decisions and confirmations; a later line about the same question revises the earlier one. */
export async function writeDeterminations(
  store: ProjectStore,
  records: readonly DeterminationRecord[],
  households: ReadonlyMap<string, DeterminedHousehold>,
  author: Author,
): Promise<Result<null>> {
  const { at } = author
  const named = spellingsOf(records, await listedPeople(store))
  for (const name of new Set(named.values())) {
    const added = await addPerson(store, { id: name, name, enteredBy: author.person, at })
    if (!added.ok) return added
  }
  for (const record of records) {
    const { household, determination, reason, confirmedBy, confirmedHow } = record
    // Written before the households were judged: see `takeStandingSuspicions`.
    if (determination === SUSPICION_STANDS) continue
    const judged = households.get(household)
    if (judged === undefined) throw new Error(`${household} was checked when it was read`)
    const by = named.get(record.by) ?? record.by
    const decided = await writeDecision(
      store,
      { household, determination, reason, ...judged },
      { person: by, at },
    )
    if (!decided.ok) return decided
    if (confirmedBy === null || isSameName(confirmedBy, by)) continue
    const decision = { id: decided.value.id, question: questionOf(determination) }
    const second = { person: named.get(confirmedBy) ?? confirmedBy, at }
    const confirmed = await store.write([confirmationDraft(household, decision, confirmedHow, second)])
    if (!confirmed.ok) return confirmed
  }
  return success(null)
}

/** Each name as it is written, with how it is listed or was written first: one person under two spellings is one. */
function spellingsOf(
  records: readonly DeterminationRecord[],
  listed: readonly string[],
): ReadonlyMap<string, string> {
  const first = new Map(listed.map((name) => [bareName(name), name]))
  const names = new Map<string, string>()
  const written = records.flatMap(({ by, confirmedBy }) => (confirmedBy === null ? [by] : [by, confirmedBy]))
  for (const name of written) {
    const bare = bareName(name)
    names.set(name, first.get(bare) ?? name)
    if (!first.has(bare)) first.set(bare, name)
  }
  return names
}
