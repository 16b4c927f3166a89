import type { Problem } from '../../domain/shared/Problem'
import type { ChangeRows } from './ChangeRows'
import type { JournalDamage, SealedIndex } from './SealedIndex'

/** Places reported one by one; a journal full of planted records must not fill the screen. */
const MOST_REPORTED = 20

/** One problem for each record of the journal that does not open: its place and, where the index knows it, its household. */
export async function reportDamage(
  damage: readonly JournalDamage[],
  index: SealedIndex,
  rows: ChangeRows,
): Promise<readonly Problem[]> {
  if (damage.length === 0) return []
  const places = byRecord(damage)
  const reported = places.slice(0, MOST_REPORTED)
  const names = await namesOf(reported, index, rows)
  const problems = reported.map((each): Problem => {
    if (each.missing !== undefined) return recordsMissing(each.missing, each.since ?? '')
    const file = each.file === undefined ? 'journal.log' : `bulk/${each.file}`
    const household = each.scope === undefined ? undefined : names.get(each.scope)
    const entity = each.entity === undefined ? undefined : names.get(each.entity)
    const place = { file, ...(household !== undefined && { household }) }
    const details = { offset: each.offset, ...(entity !== undefined && { entity }) }
    const code =
      household === undefined ? 'journal_record_unreadable' : 'journal_record_of_household_unreadable'
    return { code, severity: 'warning', place, value: String(each.offset), details }
  })
  const rest = places.length - reported.length
  return rest === 0 ? problems : [...problems, moreOf(rest)]
}

/** One for each record or file, the most specific; and one for records missing before it. */
function byRecord(damage: readonly JournalDamage[]): readonly JournalDamage[] {
  const places = new Map<string, JournalDamage>()
  for (const each of damage) {
    const key = JSON.stringify([each.offset, each.file, each.missing])
    const known = places.get(key)
    if (known === undefined || (known.scope === undefined && each.scope !== undefined)) places.set(key, each)
  }
  return [...places.values()]
}

/** `since`: the instant at which the last record before them was written; empty where that is not known. */
export function recordsMissing(count: number, since: string): Problem {
  const moment = since === '' ? null : new Date(since).toLocaleString('sv-SE').slice(0, 16)
  const code = moment === null ? 'journal_records_missing' : 'journal_records_missing_since'
  const details = { count: Math.max(count, 1), ...(moment !== null && { since: moment }) }
  return { code, severity: 'warning', place: {}, value: moment, details }
}

function moreOf(count: number): Problem {
  return {
    code: 'journal_records_unreadable',
    severity: 'warning',
    place: {},
    value: null,
    details: { count },
  }
}

/** The names of these scopes (households) and entities (`household/round/copy`), for those that the index has. */
export async function namesOf(
  damage: readonly { readonly scope?: string; readonly entity?: string }[],
  index: SealedIndex,
  rows: ChangeRows,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  const scopes = new Set(damage.map(({ scope }) => scope))
  for (const household of await index.households()) {
    const name = scopes.has(household.scope) ? rows.householdName(household) : undefined
    if (name !== undefined) names.set(household.scope, name)
  }
  const entities = damage.flatMap(({ entity }) => entity ?? [])
  for (const row of await index.rowsOfEntities(entities)) {
    const first = rows.open(row)?.changes[0]
    if (first !== undefined) names.set(row.entity, first.entityId)
  }
  return names
}
