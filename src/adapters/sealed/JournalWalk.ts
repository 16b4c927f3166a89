import type { Problem } from '../../domain/shared/Problem'
import { hashBytes } from '../crypto/hashBytes'
import type { Link } from './chain'
import type { ChainCheck } from './ChainCheck'
import { readFrames, type Frame } from './frames'
import type { Journal, JournalMark, JournalRecord } from './Journal'
import { ROWS_AT_ONCE } from './portions'
import type { JournalDamage } from './SealedIndex'

export type SealedFrame = Exclude<Frame, { readonly kind: 'bulk' | 'chain' }>

/** A frame and its place. */
export interface FoundFrame {
  readonly frame: SealedFrame
  readonly offset: number
  /** The bulk file that holds it; undefined where the record itself does. */
  readonly file: string | undefined
}

/**
 * Reads a journal's frames in order from an offset on, with those of the bulk files that its records name. What is no frame is
 * recorded with its place and skipped: a bad record never stops the others from being read.
 */
export class JournalWalk {
  readonly damage: JournalDamage[] = []
  readonly problems: Problem[] = []
  readonly #journal: Journal
  readonly #chain: ChainCheck | null
  #offset: number
  #ending = ''

  /** `chain`: checks the records' links; null where only the frames matter. */
  constructor(journal: Journal, from: number, chain: ChainCheck | null = null) {
    this.#journal = journal
    this.#chain = chain
    this.#offset = from
  }

  /** How far it has read. */
  get mark(): JournalMark {
    return { journal: this.#journal.id, offset: this.#offset, ending: this.#ending }
  }

  /** Records a frame that does not open, or differs from its unsealed ids: `scope` is the sealed one. */
  note({ frame, offset, file }: FoundFrame, scope?: string): void {
    const place = { offset, ...(file !== undefined && { file }) }
    this.damage.push({ ...place, ...idsOf(frame), ...(scope !== undefined && { scope }) })
  }

  async *portions(): AsyncGenerator<readonly FoundFrame[]> {
    let portion: FoundFrame[] = []
    for (;;) {
      const { records, next, ending } = await this.#journal.read(this.#offset)
      const isEnd = next === this.#offset
      this.#offset = next
      this.#ending = ending
      for (const record of records) {
        portion.push(...(await this.#framesOf(record)))
        for (; portion.length >= ROWS_AT_ONCE; portion = portion.slice(ROWS_AT_ONCE))
          yield portion.slice(0, ROWS_AT_ONCE)
      }
      if (isEnd) break
    }
    yield portion
  }

  async #framesOf(record: JournalRecord): Promise<readonly FoundFrame[]> {
    const { offset, bytes } = record
    const { frames, isWhole } = readFrames(bytes)
    if (!isWhole || frames.length === 0) this.damage.push({ offset })
    const followed = this.#chain?.follow(record, frames)
    this.damage.push(...(followed?.damage ?? []))
    const found: FoundFrame[] = []
    for (const frame of frames)
      if (frame.kind === 'bulk') found.push(...(await this.#framesOfFile(frame.name, offset, followed?.link)))
      else if (frame.kind !== 'chain') found.push({ frame, offset, file: undefined })
    return found
  }

  async #framesOfFile(file: string, offset: number, link: Link | undefined): Promise<readonly FoundFrame[]> {
    const bytes = await this.#journal.bulk(file)
    const isAnother = bytes && link?.file !== undefined && (await hashBytes(bytes)) !== link.file
    if (bytes === undefined || isAnother)
      this.problems.push({ code: 'journal_file_damaged', severity: 'warning', place: {}, value: file })
    if (bytes === undefined) return []
    const { frames, isWhole } = readFrames(bytes)
    if (!isWhole) this.damage.push({ offset, file })
    return frames.flatMap((frame) =>
      frame.kind === 'bulk' || frame.kind === 'chain' ? [] : [{ frame, offset, file }],
    )
  }
}

function idsOf(frame: SealedFrame): Partial<JournalDamage> {
  return frame.kind === 'changes'
    ? { entity: frame.entity, scope: frame.scope }
    : { document: frame.document, block: frame.block }
}
