import type { Change } from '../../domain/changes/Change'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { Problem } from '../../domain/shared/Problem'
import type { ChangeRows } from './ChangeRows'
import type { Checkpoint } from './Checkpoint'
import type { Journal } from './Journal'
import { JournalWalk } from './JournalWalk'
import { portions } from './portions'
import type { SealedIndex, StoredRow } from './SealedIndex'
import { namesOf } from './reportDamage'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** Sealed bytes checked at every opening: all rows of an assessor's laptop, and those of a county in turns. */
const BYTES_AT_OPENING = 2 ** 20
const MOST_REPORTED = 20

interface Looked {
  readonly seen: KnownChanges
  /** Rows whose seals are invalid. */
  readonly damaged: readonly StoredRow[]
  /** Rows in the wrong scope, with the sealed one. */
  readonly misplaced: readonly StoredRow[]
  /** One change of each household. */
  readonly households: ReadonlyMap<string, Change>
  /** Position of the last row checked; undefined once the end was reached. */
  readonly upTo: number | undefined
}

export interface RowsChecked {
  readonly lastPosition: number
  readonly problems: readonly Problem[]
}

/**
 * Checks whether the index's rows are as written: a limited number at each opening, or all of them once one is not. A row in the
 * wrong household is corrected by its seal, and what is missing or does not open is taken from the journal. What neither side has
 * is reported, and counts as unknown from then on, so that a package or a backup can restore it.
 */
export async function checkRows(
  index: SealedIndex,
  journal: Journal | null,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  lastPosition: number,
): Promise<RowsChecked> {
  const from = checkpoint.checkFrom
  const span = { after: from ?? 0, upTo: lastPosition }
  const looked = await look(index, rows, checkpoint, span, from === undefined ? Infinity : BYTES_AT_OPENING)
  const isSound = looked.damaged.length + looked.misplaced.length === 0
  const isAll = span.after === 0 && looked.upTo === undefined
  checkpoint.setCheckFrom(isSound ? (looked.upTo ?? 0) : 0)
  if (isSound && (!isAll || checkpoint.known.count === looked.seen.count)) {
    const nameless = isAll ? await nameAgain(index, rows, looked.households, lastPosition) : []
    return { lastPosition, problems: [...counted('changes_missing', checkpoint.lost.count), ...nameless] }
  }
  const all = isAll ? looked : await look(index, rows, checkpoint, { ...span, after: 0 }, Infinity)
  return mend(index, journal, rows, checkpoint, all, lastPosition)
}

async function look(
  index: SealedIndex,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  span: { readonly after: number; readonly upTo: number },
  mostBytes: number,
): Promise<Looked> {
  const seen = new KnownChanges()
  const damaged: StoredRow[] = []
  const misplaced: StoredRow[] = []
  const households = new Map<string, Change>()
  let bytes = 0
  for await (const part of portions(span, (after, limit) => index.rowsAfter(after, limit)))
    for (const row of part) {
      if (bytes > mostBytes) return { seen, damaged, misplaced, households, upTo: row.position - 1 }
      bytes += row.sealed.length
      const opened = rows.open(row)
      if (opened === undefined) damaged.push(row)
      else if (opened.scope !== row.scope) misplaced.push({ ...row, scope: opened.scope })
      const [first] = opened?.changes ?? []
      if (opened !== undefined && first !== undefined) households.set(opened.scope, first)
      for (const change of opened?.changes ?? []) seen.addChange(change)
      checkpoint.note((opened?.changes ?? []).filter((change) => !checkpoint.known.hasChange(change)))
    }
  return { seen, damaged, misplaced, households, upTo: undefined }
}

async function mend(
  index: SealedIndex,
  journal: Journal | null,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  { seen, damaged, misplaced, households }: Looked,
  lastPosition: number,
): Promise<RowsChecked> {
  const changesOfMisplaced = misplaced.flatMap((row) => rows.open(row)?.changes ?? [])
  await index.commit({ rows: misplaced, households: rows.householdsOf(changesOfMisplaced, lastPosition) })
  let position = lastPosition
  let putBack = 0
  if (journal !== null)
    for await (const portion of new JournalWalk(journal, 0).portions()) {
      const lacking: Change[] = []
      for (const { frame } of portion)
        for (const change of (frame.kind === 'changes' ? rows.open(frame)?.changes : undefined) ?? [])
          if (seen.addChange(change)) lacking.push(change)
      if (lacking.length === 0) continue
      const placed = rows.seal(lacking).map((row) => ({ ...row, position: (position += 1) }))
      await index.commit({ rows: placed, households: rows.householdsOf(lacking, position) })
      checkpoint.note(lacking)
      putBack += lacking.length
    }
  if (checkpoint.known.count > seen.count) checkpoint.knowOnly(seen)
  const missing = checkpoint.lost.count
  // Nothing that was in the removed rows is missing now.
  if (missing === 0) await index.commit({ removedPositions: damaged.map(({ position: each }) => each) })
  const nameless = await nameAgain(index, rows, households, position)
  return {
    lastPosition: position,
    problems: [
      ...nameless,
      ...counted('rows_moved', misplaced.length),
      ...counted('changes_put_back', putBack),
      ...counted('changes_missing', missing),
      ...(missing === 0 ? [] : await problemsOfRows(damaged, index, rows)),
    ],
  }
}

/** A household without a readable name is in no list: its name is restored from its changes. */
async function nameAgain(
  index: SealedIndex,
  rows: ChangeRows,
  households: ReadonlyMap<string, Change>,
  position: number,
): Promise<readonly Problem[]> {
  const named = (await index.households()).filter((each) => rows.householdName(each) !== undefined)
  const nameless = new Map(households)
  nameless.delete(rows.scopeKey(undefined))
  for (const { scope } of named) nameless.delete(scope)
  if (nameless.size === 0) return []
  await index.commit({ households: rows.householdsOf([...nameless.values()], position) })
  return counted('households_named_again', nameless.size)
}

async function problemsOfRows(
  damaged: readonly StoredRow[],
  index: SealedIndex,
  rows: ChangeRows,
): Promise<readonly Problem[]> {
  const names = await namesOf(damaged, index, rows)
  return damaged.slice(0, MOST_REPORTED).map(({ position, scope }) => {
    const household = names.get(scope)
    const place = household === undefined ? {} : { household }
    return { code: 'row_unreadable', severity: 'warning', place, value: household ?? String(position) }
  })
}

function counted(code: ProblemCode, count: number): readonly Problem[] {
  return count === 0 ? [] : [{ code, severity: 'warning', place: {}, value: null, details: { count } }]
}
