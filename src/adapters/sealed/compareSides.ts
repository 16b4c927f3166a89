import type { Change } from '../../domain/changes/Change'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Refusal, type Result } from '../../domain/shared/Result'
import type { ChangeRows } from './ChangeRows'
import type { Checkpoint } from './Checkpoint'
import { decodeFrames, encodeFrames, type Frame } from './frames'
import type { Journal, JournalMark } from './Journal'
import { portions, ROWS_AT_ONCE } from './portions'
import type { SealedIndex, StoredBlock, StoredRow } from './SealedIndex'

export interface SidesCompared {
  readonly lastPosition: number
  /** The end of the journal. */
  readonly mark: JournalMark
  /** Notes: how much one side had that the other lacked. */
  readonly problems: readonly Problem[]
}

/**
 * Brings index and journal to their union, looking only at what lies behind the checkpoint, and
 * stores the new checkpoint. With an empty index or a new journal this is the rebuild of that side.
 */
export async function compareSides(
  index: SealedIndex,
  journal: Journal,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  behind: { readonly offset: number; readonly position: number },
): Promise<Result<SidesCompared>> {
  const lastOfIndex = await index.lastPosition()
  const progress: Progress = { position: lastOfIndex, added: 0, end: behind.offset }
  const problems: Problem[] = []
  const seen = { changes: new KnownChanges(), blocks: new Set<string>() }
  let part = await journal.read(progress.end)
  while (part.next !== progress.end) {
    for await (const frames of framesOf(part.records, journal, problems))
      await takeIntoIndex(index, rows, checkpoint, frames, seen, progress)
    progress.end = part.next
    part = await journal.read(progress.end)
  }
  const appended = await takeIntoJournal(index, journal, rows, seen, {
    after: behind.position,
    upTo: lastOfIndex,
  })
  if (!appended.ok) return appended
  const end = appended.value.end ?? { offset: part.next, ending: part.ending }
  const mark = { journal: journal.id, ...end }
  await index.commit(checkpoint.take(progress.position, mark))
  problems.push(
    ...note('index_caught_up', progress.added),
    ...note('journal_caught_up', appended.value.count),
  )
  return success({ lastPosition: progress.position, mark, problems })
}

interface Progress {
  position: number
  added: number
  end: number
}

interface Seen {
  readonly changes: KnownChanges
  readonly blocks: Set<string>
}

/** The frames of records and of the files they name, in portions. A file that is lost or damaged is reported. */
async function* framesOf(
  records: readonly Uint8Array[],
  journal: Journal,
  problems: Problem[],
): AsyncGenerator<readonly Frame[]> {
  let portion: Frame[] = []
  for (const frame of records.flatMap(decodeFrames)) {
    if (frame.kind !== 'bulk') portion.push(frame)
    else {
      const bytes = await journal.bulk(frame.name)
      if (bytes === undefined)
        problems.push({ code: 'journal_file_damaged', severity: 'warning', place: {}, value: frame.name })
      else portion.push(...decodeFrames(bytes))
    }
    while (portion.length >= ROWS_AT_ONCE) {
      yield portion.slice(0, ROWS_AT_ONCE)
      portion = portion.slice(ROWS_AT_ONCE)
    }
  }
  yield portion
}

async function takeIntoIndex(
  index: SealedIndex,
  rows: ChangeRows,
  checkpoint: Checkpoint,
  frames: readonly Frame[],
  seen: Seen,
  progress: Progress,
): Promise<void> {
  const added: Change[] = []
  const placed: StoredRow[] = []
  const blocks: StoredBlock[] = []
  for (const frame of frames) {
    if (frame.kind === 'changes') {
      const changes = rows.open(frame)
      const lacking = changes.filter((change) => !checkpoint.known.hasChange(change))
      for (const change of changes) seen.changes.addChange(change)
      checkpoint.note(lacking)
      const { entity, scope, sealed } = frame
      const toPlace = lacking.length === changes.length ? [{ entity, scope, sealed }] : rows.seal(lacking)
      placed.push(...toPlace.map((row) => ({ ...row, position: (progress.position += 1) })))
      added.push(...lacking)
    } else if (frame.kind === 'block') {
      const { document, block, sealed } = frame
      seen.blocks.add(`${document} ${block}`)
      if ((await index.block(document, block)) === undefined)
        blocks.push({ document, block, sealed, position: (progress.position += 1) })
    }
  }
  if (placed.length + blocks.length === 0) return
  const households = rows.householdsOf(added, progress.position)
  await index.commit({ rows: placed, households, blocks })
  progress.added += placed.length + blocks.length
}

interface Appended {
  /** Behind the last record appended; undefined when there was none. */
  readonly end: Omit<JournalMark, 'journal'> | undefined
  readonly count: number
}

async function takeIntoJournal(
  index: SealedIndex,
  journal: Journal,
  rows: ChangeRows,
  seen: Seen,
  span: { readonly after: number; readonly upTo: number },
): Promise<Result<Appended>> {
  let end: Appended['end']
  let count = 0
  const append = async (frames: readonly Frame[]): Promise<Refusal | undefined> => {
    if (frames.length === 0) return undefined
    const answer = await journal.append(encodeFrames(frames))
    if (answer.kind === 'failed') return refusal('not_saved', null, { side: 'journal', code: answer.code })
    end = { offset: answer.end, ending: answer.ending }
    count += frames.length
    return undefined
  }
  for await (const part of portions(span, (after, limit) => index.rowsAfter(after, limit))) {
    const lacking = part.filter((row) => rows.open(row).some((change) => !seen.changes.hasChange(change)))
    const failed = await append(lacking.map(asFrame))
    if (failed !== undefined) return failed
  }
  for await (const part of portions(span, (after, limit) => index.blocksAfter(after, limit))) {
    const lacking = part.filter(({ document, block }) => !seen.blocks.has(`${document} ${block}`))
    const failed = await append(
      lacking.map(({ document, block, sealed }) => ({ kind: 'block', document, block, sealed })),
    )
    if (failed !== undefined) return failed
  }
  return success({ end, count })
}

function asFrame({ entity, scope, sealed }: StoredRow): Frame {
  return { kind: 'changes', entity, scope, sealed }
}

function note(code: string, count: number): readonly Problem[] {
  return count === 0 ? [] : [{ code, severity: 'note', place: {}, value: null, details: { count } }]
}
