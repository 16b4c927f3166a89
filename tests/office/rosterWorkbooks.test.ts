import { expect, it } from 'vitest'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { writeReport } from '../../src/adapters/excel/writeReport'
import { writeWorkbook } from '../../src/adapters/excel/writeWorkbook'
import { ROSTER_TEMPLATE } from '../../src/adapters/resources/rosterVocabulary'
import { textsOf } from '../../src/adapters/resources/texts'
import { rosterTemplate } from '../../src/application/roster/rosterTemplate'
import { problemReport } from '../../src/application/workbook/problemReport'
import { importFiles } from '../fixtures/roster/importFiles'
import { describeWithValidator } from './describeWhere'
import { schemaErrorsOf } from './schemaErrorsOf'

const LIST = '行政村,户编号,姓名,与户主关系\n石村,,游离人,之子\n石村,001,李甲,户主'

describeWithValidator('workbooks about a list, by the schema', () => {
  it('have no errors when they tell its problems', async () => {
    const bytes = new TextEncoder().encode(LIST)
    const { problems } = importFiles(['list.csv', bytes])
    const { tables } = readSheets({ name: 'list.csv', bytes })
    expect(problems.length).toBeGreaterThan(0)
    const report = await writeReport(problemReport(tables, problems, textsOf('zh-CN')))
    expect(await schemaErrorsOf(report)).toEqual([])
  })

  it('have no errors when they are its template', async () => {
    const words = {
      list: '名单',
      notes: '说明',
      column: '栏目',
      hint: '怎么填',
      example: '样子',
      needed: '必填',
    }
    const template = await writeWorkbook(rosterTemplate(ROSTER_TEMPLATE, 'zh-CN', words))
    expect(await schemaErrorsOf(template)).toEqual([])
  })
})
