import { groupBy } from '../shared/groupBy'
import type { Problem } from '../shared/Problem'
import type { RowGroup } from './groupRows'
import { normaliseLabel } from './normaliseLabel'
import { rowProblem } from './rowProblem'
import { personNumber, soundNumber } from './samePerson'

/** One list may know a household by 户编号, another only by its head's ID number: they are one household. */
export function joinByHead(groups: readonly RowGroup[]): readonly RowGroup[] {
  const numbered = new Map<string, RowGroup>()
  for (const group of groups) {
    if (!group.key.startsWith('n:')) continue
    for (const person of headPersons(group)) if (!numbered.has(person)) numbered.set(person, group)
  }
  return groups.filter((group) => {
    const same = group.key.startsWith('i:') ? numbered.get(group.key.slice(2)) : undefined
    if (same === undefined) return true
    for (const row of group.rows) same.rows.push(row)
    return false
  })
}

function headPersons(group: RowGroup): readonly string[] {
  return group.rows.flatMap(({ member, block }) => {
    const person = personNumber(member?.relation === 'head' ? member.idNumber : block.values.headIdNumber)
    return person === null ? [] : [person]
  })
}

/**
 * A head's number that fails its checksum is nobody's: rows under it go to the one household of their village whose
 * head has the same name and a sound number but for a digit or two. The rows are reported.
 */
export function joinMistyped(groups: readonly RowGroup[]): {
  readonly groups: readonly RowGroup[]
  readonly problems: readonly Problem[]
} {
  const mistyped = new Set(groups.filter(isMistyped))
  // Nearly every list has none, and then no head's place is asked.
  if (mistyped.size === 0) return { groups, problems: [] }
  const candidates = groupBy(
    groups.filter((group) => !mistyped.has(group)),
    placeOfHead,
  )
  const problems: Problem[] = []
  const joined = new Set<RowGroup>()
  for (const group of mistyped) {
    const place = placeOfHead(group)
    const number = group.key.slice(2)
    const near = (place === null ? [] : (candidates.get(place) ?? [])).flatMap((candidate) =>
      headPersons(candidate)
        .filter((person) => soundNumber(person) !== null && differences(person, number) <= MOST_MISTYPED)
        .slice(0, 1)
        .map((person) => ({ candidate, person })),
    )
    const [only, ...others] = near
    const [first] = group.rows
    if (only === undefined || others.length > 0 || first === undefined) continue
    const details = { ofHead: number, own: only.person }
    problems.push(
      rowProblem('head_number_differs', 'warning', first.sheet, first.row, ['headIdNumber'], details),
    )
    for (const row of group.rows) only.candidate.rows.push(row)
    joined.add(group)
  }
  return { groups: groups.filter((group) => !joined.has(group)), problems }
}

function isMistyped({ key }: RowGroup): boolean {
  return key.startsWith('i:') && soundNumber(key.slice(2)) === null
}

/** The head's name and village, as far as the list has columns of their own for them. */
function placeOfHead({ rows }: RowGroup): string | null {
  const values = rows[0]?.block.values
  if (values === undefined || values.headName === null) return null
  return [values.township, values.village, values.headName]
    .map((text) => normaliseLabel(text ?? ''))
    .join('\n')
}

function differences(left: string, right: string): number {
  let count = Math.abs(left.length - right.length)
  for (let at = 0; at < Math.min(left.length, right.length); at++) if (left[at] !== right[at]) count++
  return count
}

/** One digit, or two that changed places. */
const MOST_MISTYPED = 2
