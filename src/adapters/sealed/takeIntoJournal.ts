import { refusal, success, type Refusal, type Result } from '../../domain/shared/Result'
import type { ChangeRows } from './ChangeRows'
import type { Seen } from './compareSides'
import type { ChainedJournal } from './ChainedJournal'
import type { Frame } from './frames'
import { portions } from './portions'
import type { ChainedMark, SealedIndex } from './SealedIndex'

interface Appended {
  /** After the last record appended; undefined when there was none. */
  readonly mark: ChainedMark | undefined
  readonly count: number
}

/** Appends what a span of the index has and the journal lacks; rows that do not open are left out. */
export async function takeIntoJournal(
  index: SealedIndex,
  journal: ChainedJournal,
  rows: ChangeRows,
  seen: Seen,
  span: { readonly after: number; readonly upTo: number },
): Promise<Result<Appended>> {
  let mark: ChainedMark | undefined
  let count = 0
  const append = async (frames: readonly Frame[]): Promise<Refusal | undefined> => {
    if (frames.length === 0) return undefined
    const answer = await journal.append(frames)
    if (answer.kind === 'failed') return refusal('not_saved', null, { side: 'journal', code: answer.code })
    mark = answer.mark
    count += frames.length
    return undefined
  }
  for await (const part of portions(span, (after, limit) => index.rowsAfter(after, limit))) {
    const failed = await append(
      part.flatMap(({ entity, scope, sealed }): readonly Frame[] => {
        const opened = rows.open({ entity, scope, sealed })
        const isLacking = opened?.changes.some((change) => !seen.changes.hasChange(change))
        return opened && isLacking ? [{ kind: 'changes', entity, scope: opened.scope, sealed }] : []
      }),
    )
    if (failed !== undefined) return failed
  }
  for await (const part of portions(span, (after, limit) => index.blocksAfter(after, limit))) {
    const lacking = part.filter(({ document, block }) => !seen.blocks.has(`${document} ${block}`))
    const failed = await append(
      lacking.map(({ document, block, sealed }) => ({ kind: 'block', document, block, sealed })),
    )
    if (failed !== undefined) return failed
  }
  return success({ mark, count })
}
