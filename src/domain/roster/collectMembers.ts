import type { Problem } from '../shared/Problem'
import type { HouseholdValues } from './HouseholdValues'
import { noMemberValues, type MemberValues } from './MemberValues'
import { NOTHING_KEPT, type Kept, type MappedSheet, type RosterRow } from './RosterRow'
import { rowProblem } from './rowProblem'
import { isSamePerson, personNumber, PersonIndex, soundNumber, type Named } from './samePerson'
import { lostCharacters, writtenAlike } from './writtenAlike'

/** A person of a household while it is put together. */
export interface MemberDraft {
  values: MemberValues
  kept: Kept
  readonly sheet: MappedSheet
  readonly row: number
}

export interface CollectedMembers {
  /** Head first. */
  readonly members: readonly MemberDraft[]
  /** Rows that repeated a person who was already there. */
  readonly repeated: ReadonlySet<RosterRow>
  readonly problems: readonly Problem[]
}

/** The persons of a household, each once, with its head found, or made from the columns that name the head. */
export function collectMembers(rows: readonly RosterRow[], household: HouseholdValues): CollectedMembers {
  const drafts: MemberDraft[] = []
  const index = new PersonIndex<MemberDraft>()
  const repeated = new Set<RosterRow>()
  const problems: Problem[] = []
  for (const row of rows) {
    const { member } = row
    if (member === null) continue
    const known = index.find(member, (draft) => isSameEntry(draft.values, member))
    if (known === undefined) {
      const draft = { values: member, kept: row.kept, sheet: row.sheet, row: row.row }
      drafts.push(draft)
      index.add(member, draft)
      continue
    }
    repeated.add(row)
    if (known.sheet === row.sheet)
      problems.push(
        rowProblem('member_listed_twice', 'warning', row.sheet, row.row, ['name', 'idNumber'], {
          firstRow: known.row + 1,
        }),
      )
    problems.push(...namesDiffer(known, row, member))
    known.values = { ...known.values, name: betterName(known.values.name, member.name) }
    known.values = completed(known.values, member)
    index.add(member, known)
    known.kept = { ...row.kept, ...known.kept }
  }
  problems.push(...nameHead(drafts, rows, household))
  return { members: headFirst(drafts), repeated, problems }
}

/**
 * Two rows repeat one person only if nothing speaks against it: two children may share a mistyped number. A name that
 * was only written otherwise, or lost a character, does not speak against it.
 */
function isSameEntry(left: MemberValues, right: MemberValues): boolean {
  if (left.name !== null && right.name !== null && !writtenAlike(left.name, right.name)) return false
  if (left.memberNumber !== null && right.memberNumber !== null && left.memberNumber !== right.memberNumber)
    return false
  return isSamePerson(left, right)
}

function namesDiffer(known: MemberDraft, row: RosterRow, member: MemberValues): readonly Problem[] {
  const stands = known.values.name
  if (stands === null || member.name === null || stands === member.name) return []
  return [nameWrittenDifferently(row.sheet, row.row, stands)]
}

function nameWrittenDifferently(sheet: MappedSheet, row: number, other: string): Problem {
  return rowProblem('name_written_differently', 'warning', sheet, row, ['name', 'headName'], { other })
}

/** Of two ways of writing one name, the one that lost less. */
function betterName(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right
  return lostCharacters(right) < lostCharacters(left) ? right : left
}

function completed(values: MemberValues, from: MemberValues): MemberValues {
  const filled = Object.entries(from).filter(([field]) => values[field as keyof MemberValues] === null)
  return { ...values, ...Object.fromEntries(filled) }
}

/** Makes a draft the head, if the list shows in any way who that is. */
function nameHead(
  drafts: MemberDraft[],
  rows: readonly RosterRow[],
  household: HouseholdValues,
): readonly Problem[] {
  const [first] = rows
  if (first === undefined || drafts.some((draft) => draft.values.relation === 'head')) return []
  const head = {
    memberNumber: household.headNumber,
    idNumber: household.headIdNumber,
    name: household.headName,
  }
  const named = drafts.find((draft) => isSamePerson(draft.values, head))
  if (named !== undefined) return makeHead(named)
  const alike = drafts.find((draft) => isHeadWrittenAlike(draft.values, head))
  if (alike !== undefined) {
    const told =
      alike.values.name === head.name
        ? headNumberDiffers(alike, head)
        : [nameWrittenDifferently(alike.sheet, alike.row, head.name ?? '')]
    return [...makeHead(alike), ...told]
  }
  const statesRelations = drafts.some((draft) => draft.sheet.columnOf.has('relation'))
  if (head.name !== null || personNumber(head.idNumber) !== null) {
    const values = { ...noMemberValues(), ...head, relation: 'head' }
    drafts.push({ values, kept: NOTHING_KEPT, sheet: first.sheet, row: first.block.row })
    return [rowProblem('head_not_listed', 'note', first.sheet, first.block.row, ['headName', 'headIdNumber'])]
  }
  const [only] = drafts
  if (only === undefined || statesRelations)
    return [rowProblem('no_head', 'warning', first.sheet, first.row, ['relation', 'name'])]
  only.values = { ...only.values, relation: 'head' }
  if (drafts.length === 1) return []
  return [rowProblem('head_assumed', 'warning', only.sheet, only.row, ['name'])]
}

/** Two columns give the head two numbers: one of them is mistyped. */
function headNumberDiffers(draft: MemberDraft, { idNumber }: Named): readonly Problem[] {
  const own = draft.values.idNumber
  if (own === null || idNumber === null || own === idNumber) return []
  return [
    rowProblem('head_number_differs', 'warning', draft.sheet, draft.row, ['headIdNumber', 'idNumber'], {
      own,
      ofHead: idNumber,
    }),
  ]
}

/** Within a household, the head's very name is the head; one like it is too, unless a number contradicts it. */
function isHeadWrittenAlike(values: MemberValues, head: Named): boolean {
  if (values.name === null || head.name === null) return false
  if (values.name === head.name) return true
  if (!writtenAlike(values.name, head.name)) return false
  const numbers = [soundNumber(values.idNumber), soundNumber(head.idNumber)]
  return numbers.includes(null) || numbers[0] === numbers[1]
}

function makeHead(draft: MemberDraft): readonly Problem[] {
  if (draft.values.relation !== null) {
    return [rowProblem('head_differs', 'warning', draft.sheet, draft.row, ['relation'])]
  }
  draft.values = { ...draft.values, relation: 'head' }
  return []
}

function headFirst(drafts: readonly MemberDraft[]): readonly MemberDraft[] {
  const head = drafts.findIndex((draft) => draft.values.relation === 'head')
  const found = drafts[head]
  return head <= 0 || found === undefined
    ? drafts
    : [found, ...drafts.slice(0, head), ...drafts.slice(head + 1)]
}
