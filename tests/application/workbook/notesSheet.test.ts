import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { householdList } from '../../../src/application/workbook/sheets/householdSheet'
import { noteList } from '../../../src/application/workbook/sheets/noteSheet'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'

const HOUSEHOLD = aHousehold({ members: [aMember(), aMember({ id: 'm2', name: '李小梅' })] })
const TERMS = { texts: textsOf('zh-CN'), isIdInFull: false, isSampled: false, project: 'p' }

function said(record: Partial<AnswerRecord> & Pick<AnswerRecord, 'question'>): AnswerRecord {
  const at = '2020-07-15T01:30:00Z'
  return {
    household: 'h1', member: null, line: null, round: 'first', at, by: '甲', evidence: 'respondent', value: null, ...record,
  } // prettier-ignore
}

async function reviewed(records: readonly AnswerRecord[]) {
  const store = await aMemoryProject(
    [HOUSEHOLD],
    [said({ question: 'visit_outcome', value: 'completed' }), ...records],
  )
  const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
  return { assessment: assessHousehold(HOUSEHOLD, changes, RULES) }
}

describe('the sheet of notes', () => {
  it('has every note with its question, its author, and ID numbers masked', async () => {
    const household = await reviewed([
      said({ question: 'food_enough', note: '门口堆着化肥' }),
      said({ question: 'insurance', member: 'm2', note: '卡号 539901198506120012 在县医院' }),
      said({ question: 'income_kind', line: '1', value: 'wage' }),
      said({ question: 'amount_yuan', line: '1', note: '工资单丢了' }),
      said({ question: 'note', value: '下次带翻译' }),
    ])
    const rows = noteList(TERMS).rowsOf(household)
    expect(rows.map((row) => row.slice(2, 5))).toEqual([
      [null, '门口堆着化肥', '甲'],
      ['李小梅', '卡号 539901********0012 在县医院', '甲'],
      ['1', '工资单丢了', '甲'],
      [null, '下次带翻译', null],
    ])
  })
  it('has none of a back-check', async () => {
    const household = await reviewed([said({ question: 'food_enough', note: '盲访', round: 'backcheck' })])
    expect(noteList(TERMS).rowsOf(household)).toEqual([])
  })
})

describe('the sheet of households', () => {
  it('names what is void since the ledger changed', async () => {
    const list = householdList(TERMS)
    const at = list.columns.findIndex(({ label }) => label === '改动后失效')
    const ledger = [
      said({ question: 'income_kind', line: '1', value: 'wage' }),
      said({ question: 'amount_yuan', line: '1', value: 700 }),
      said({ question: 'ledger_agreement', value: 'agrees' }),
      said({ question: 'signature', value: [[1, 2]] }),
    ]
    const changed = [...ledger, said({ question: 'amount_yuan', line: '1', value: 900 })]
    expect(list.rowsOf(await reviewed(ledger))[0]?.[at]).toBeNull()
    expect(list.rowsOf(await reviewed(changed))[0]?.[at]).toBe('是否认账、签字')
  })
})
