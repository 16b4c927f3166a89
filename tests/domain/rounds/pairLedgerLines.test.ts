import { describe, expect, it } from 'vitest'
import type { LedgerLine } from '../../../src/domain/programmes/assessment/criteria/ledger'
import { pairLedgerLines } from '../../../src/domain/rounds/pairLedgerLines'

function aLine(item: string, yuan: number | undefined, kind = 'wage'): LedgerLine {
  return {
    id: `${item} ${yuan}`,
    kind,
    item,
    state: 'received',
    isOneOff: undefined,
    yuan,
    isDocument: false,
    missing: [],
  }
}

const paired = (first: readonly LedgerLine[], verification: readonly LedgerLine[]) =>
  pairLedgerLines(first, verification).map((pair) => [
    pair.item,
    pair.first?.yuan,
    pair.verification?.yuan,
    pair.differenceYuan,
  ])

describe('two ledgers', () => {
  it('are paired by kind and item, in the order of their lines', () => {
    const first = [
      aLine('local_work', 3000),
      aLine('crops_cost', 800.1, 'business_cost'),
      aLine('local_work', 500),
    ]
    const again = [
      aLine('local_work', 2500),
      aLine('crops_cost', 800.3, 'business_cost'),
      aLine('local_work', 500),
    ]
    expect(paired(first, again)).toEqual([
      ['local_work', 3000, 2500, -500],
      ['local_work', 500, 500, 0],
      ['crops_cost', 800.1, 800.3, 0.2],
    ])
  })
  it('leave alone what only one of them has, the other counting as nothing', () => {
    expect(paired([aLine('crops', 1200)], [aLine('land_rent', 300), aLine('land_rent', 40)])).toEqual([
      ['crops', 1200, undefined, -1200],
      ['land_rent', undefined, 300, 300],
      ['land_rent', undefined, 40, 40],
    ])
  })
  it('have no difference where a line has no amount', () => {
    expect(paired([aLine('crops', undefined)], [aLine('crops', 20)])).toEqual([
      ['crops', undefined, 20, null],
    ])
  })
})
