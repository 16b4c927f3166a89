import { subtractYuan, type LedgerLine } from '../programmes/assessment/criteria/ledger'
import { groupBy } from '../shared/groupBy'

/** One line of the first round's ledger beside one of the verification's. */
export interface LedgerPair {
  readonly kind: string | undefined
  readonly item: string | undefined
  /** Undefined where that round has no such line. */
  readonly first: LedgerLine | undefined
  readonly verification: LedgerLine | undefined
  /** Verification less first round, in yuan, a missing line counting as 0; null where a line has no amount. */
  readonly differenceYuan: number | null
}

/**
 * Two ledgers line by line: lines have ids of their own in each round, so that those of one kind and item are paired in their
 * order, and whatever is left over stands alone.
 */
export function pairLedgerLines(
  first: readonly LedgerLine[],
  verification: readonly LedgerLine[],
): readonly LedgerPair[] {
  const [left, right] = [groupBy(first, lineName), groupBy(verification, lineName)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) => {
    const [firsts, seconds] = [left.get(name) ?? [], right.get(name) ?? []]
    const length = Math.max(firsts.length, seconds.length)
    return Array.from({ length }, (_, nth) => pairOf(firsts[nth], seconds[nth]))
  })
}

function lineName({ kind = '', item = '' }: LedgerLine): string {
  return `${kind} ${item}`
}

function pairOf(first: LedgerLine | undefined, verification: LedgerLine | undefined): LedgerPair {
  const { kind, item } = first ?? verification ?? {}
  const [before, after] = [yuanOf(first), yuanOf(verification)]
  const differenceYuan = before === undefined || after === undefined ? null : subtractYuan(after, before)
  return { kind, item, first, verification, differenceYuan }
}

function yuanOf(line: LedgerLine | undefined): number | undefined {
  return line === undefined ? 0 : line.yuan
}
