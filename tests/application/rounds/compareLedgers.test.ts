import { describe, expect, it } from 'vitest'
import type { AnswerRecord, Round } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { compareLedgers } from '../../../src/application/rounds/compareLedgers'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'

const HOUSEHOLD = aHousehold({ members: [aMember()] })

function aLine(round: Round, line: string, answers: Readonly<Record<string, string | number>>) {
  const own = {
    household: 'h1',
    member: null,
    line,
    round,
    at: null,
    by: null,
    evidence: 'respondent',
  } as const
  return Object.entries(answers).map(([question, value]): AnswerRecord => ({ ...own, question, value }))
}

async function compared(records: readonly AnswerRecord[]) {
  const store = await aMemoryProject([HOUSEHOLD], records)
  const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
  const assessment = assessHousehold(HOUSEHOLD, changes, RULES)
  return compareLedgers(assessment, changes, RULES).map(({ item, first, verification, differenceYuan }) => [
    item,
    first?.yuan,
    verification?.yuan,
    differenceYuan,
  ])
}

const WORK = { income_kind: 'wage', income_item: 'local_work', income_state: 'received' }
const CROPS = { income_kind: 'business', income_item: 'crops', income_state: 'received' }
const FIRST = [
  ...aLine('first', '1', { ...WORK, amount_yuan: 9000 }),
  ...aLine('first', '2', { ...CROPS, quantity: 400, unit_price: 2.5 }),
]

describe('the ledgers of two rounds', () => {
  it('stand beside each other line by line, amounts computed as the sums do', async () => {
    const again = aLine('verification', '1', { ...WORK, amount_yuan: 6000 })
    expect(await compared([...FIRST, ...again])).toEqual([
      ['local_work', 9000, 6000, -3000],
      // 400 at 2.5 yuan, and none when it was asked again
      ['crops', 1000, undefined, -1000],
    ])
  })
  it('are not compared where the verification asked for no ledger, or only a back-check did', async () => {
    expect(await compared(FIRST)).toEqual([])
    expect(await compared([...FIRST, ...aLine('backcheck', '1', { ...WORK, amount_yuan: 1 })])).toEqual([])
  })
})
