import type { Change } from '../../domain/changes/Change'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import type { Vault } from '../crypto/Vault'
import { ChainCheck } from './ChainCheck'
import { ChainedJournal } from './ChainedJournal'
import type { ChangeRows } from './ChangeRows'
import type { Checkpoint } from './Checkpoint'
import { isSoundBlock } from './isSoundBlock'
import type { Journal } from './Journal'
import { JournalWalk, type FoundFrame } from './JournalWalk'
import type { ChainedMark, SealedIndex, StoredBlock, StoredRow } from './SealedIndex'
import { takeIntoJournal } from './takeIntoJournal'
import { recordsMissing, reportDamage } from './reportDamage'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

export interface SidesCompared {
  readonly lastPosition: number
  /** The end of the journal, and the journal for later appends. */
  readonly mark: ChainedMark
  readonly journal: ChainedJournal
  /** What one side had and the other lacked, and what of the journal does not open. */
  readonly problems: readonly Problem[]
}

/** The content of the journal that opens. */
export interface Seen {
  readonly changes: KnownChanges
  readonly blocks: Set<string>
}

interface Progress {
  position: number
  added: number
}

/**
 * Brings index and journal to their union, reading only what comes after the checkpoint, and
 * stores the new checkpoint. With an empty index or a new journal it rebuilds that side. What does not open is left
 * in place, reported now and at every later opening, and does not stop the rest from being read.
 */
export async function compareSides(
  index: SealedIndex,
  journal: Journal,
  vault: Vault,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  behind: { readonly offset: number; readonly position: number },
): Promise<Result<SidesCompared>> {
  const lastOfIndex = await index.lastPosition()
  const progress: Progress = { position: lastOfIndex, added: 0 }
  const seen = { changes: new KnownChanges(), blocks: new Set<string>() }
  const { mark: known } = await index.state()
  const isBehindMark = known !== null && known.journal === journal.id && known.offset === behind.offset
  const chain = new ChainCheck(vault, journal.id, isBehindMark ? known.chain : undefined)
  const walk = new JournalWalk(journal, behind.offset, chain)
  for await (const found of walk.portions()) {
    const opened = openFrames(found, vault, rows, walk)
    await takeIntoIndex(index, rows, checkpoint, opened, seen, progress)
  }
  const span = { after: behind.position, upTo: lastOfIndex }
  const chained = new ChainedJournal(journal, vault, chain.head)
  const appended = await takeIntoJournal(index, chained, rows, seen, span)
  if (!appended.ok) return appended
  const mark = appended.value.mark ?? { ...walk.mark, chain: chain.head }
  checkpoint.damage = [...(isBehindMark ? checkpoint.damage : []), ...walk.damage]
  await index.commit(checkpoint.take(progress.position, mark))
  const cut = known?.journal === journal.id ? (known.chain?.number ?? 0) - chain.head.number : 0
  const problems = [
    ...(cut > 0 ? [recordsMissing(cut, chain.head.at)] : []),
    ...walk.problems,
    ...(await reportDamage(checkpoint.damage, index, rows)),
    ...note('index_caught_up', progress.added),
    ...note('journal_caught_up', appended.value.count),
  ]
  return success({ lastPosition: progress.position, mark, journal: chained, problems })
}

interface OpenedFrames {
  readonly rows: readonly { readonly row: Omit<StoredRow, 'position'>; readonly changes: readonly Change[] }[]
  readonly blocks: readonly Omit<StoredBlock, 'position'>[]
}

function openFrames(
  found: readonly FoundFrame[],
  vault: Vault,
  rows: ChangeRows,
  walk: JournalWalk,
): OpenedFrames {
  const opened = {
    rows: [] as OpenedFrames['rows'][number][],
    blocks: [] as OpenedFrames['blocks'][number][],
  }
  for (const each of found) {
    const { frame } = each
    if (frame.kind === 'block') {
      const { document, block, sealed } = frame
      if (isSoundBlock(frame, vault)) opened.blocks.push({ document, block, sealed })
      else walk.note(each)
      continue
    }
    const row = rows.open(frame)
    // Its unsealed ids were altered, or it does not open. In the first case the sealed ids count.
    if (row?.scope !== frame.scope) walk.note(each, row?.scope)
    if (row === undefined) continue
    const { entity, sealed } = frame
    opened.rows.push({ row: { entity, scope: row.scope, sealed }, changes: row.changes })
  }
  return opened
}

async function takeIntoIndex(
  index: SealedIndex,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  opened: OpenedFrames,
  seen: Seen,
  progress: Progress,
): Promise<void> {
  const added: Change[] = []
  const placed: StoredRow[] = []
  const blocks: StoredBlock[] = []
  for (const { row, changes } of opened.rows) {
    const lacking = changes.filter((change) => !checkpoint.known.hasChange(change))
    for (const change of changes) seen.changes.addChange(change)
    checkpoint.note(lacking)
    const toPlace = lacking.length === changes.length ? [row] : rows.seal(lacking)
    placed.push(...toPlace.map((each) => ({ ...each, position: (progress.position += 1) })))
    added.push(...lacking)
  }
  for (const block of opened.blocks) {
    seen.blocks.add(`${block.document} ${block.block}`)
    if ((await index.block(block.document, block.block)) === undefined)
      blocks.push({ ...block, position: (progress.position += 1) })
  }
  if (placed.length + blocks.length === 0) return
  const households = rows.householdsOf(added, progress.position)
  await index.commit({ rows: placed, households, blocks })
  progress.added += placed.length + blocks.length
}

function note(code: ProblemCode, count: number): readonly Problem[] {
  return count === 0 ? [] : [{ code, severity: 'note', place: {}, value: null, details: { count } }]
}
